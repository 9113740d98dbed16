using CnnCourse.Torch;

namespace TorchSharp;

/// <summary>Memory formats under PyTorch's names, where TorchSharp has none: NHWC in memory is what tensor cores like.</summary>
public static class MemoryFormats
{
    private static readonly Operator contiguous_ = new("contiguous");

    /// <summary>The same numbers, laid out in memory as asked; this tensor's alias where it is so already.</summary>
    public static torch.Tensor contiguous(this torch.Tensor tensor, torch.memory_format memory_format)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return contiguous_.Call(tensor, (long)memory_format);
    }

    /// <summary>Lays out every parameter and buffer of four dimensions as asked, in place.</summary>
    public static T to<T>(this T module, torch.memory_format memory_format) where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        using var guard = torch.no_grad();
        foreach (var tensor in module.parameters().Concat(module.buffers()).Where(t => t.ndim == 4))
        {
            using var moved = tensor.contiguous(memory_format);
            tensor.SetData(moved);
        }
        return module;
    }
}
