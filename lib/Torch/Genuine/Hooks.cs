using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>What lib/Torch adds to TorchSharp's API and genuine TorchSharp cannot do.</summary>
public static class Hooks
{
    /// <exception cref="NotSupportedException">Always: TorchSharp gives no access to libtorch's tensor hooks.</exception>
    public static TensorHook register_hook(this Tensor tensor, Func<Tensor, Tensor?> hook) =>
        throw new NotSupportedException("Genuine TorchSharp has no tensor hooks: build with -p:CoursePackages=system, or use autograd.SingleTensorFunction.");
}

/// <summary>A hook on a tensor's gradient.</summary>
public abstract class TensorHook
{
    public abstract void remove();
}
