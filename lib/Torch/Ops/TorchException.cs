using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>An error that libtorch reported. The message starts with the operator and its arguments' shapes.</summary>
public class TorchException(string message) : ExternalException(message)
{
    internal static TorchException From(string what, string said) =>
        said.Contains("out of memory", StringComparison.Ordinal) || said.Contains("can't allocate memory", StringComparison.Ordinal)
            ? new TorchOutOfMemoryException($"{what}: {said}\nReduce the batch size or the image size, or dispose tensors that are no longer needed.")
            : new TorchException($"{what}: {said}");
}

/// <summary>A device has no memory left for a tensor.</summary>
public sealed class TorchOutOfMemoryException(string message) : TorchException(message);
