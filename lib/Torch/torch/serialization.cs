namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes one tensor as Python's torch.save does.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads the tensor of a file that holds one: of torch.save here or in Python, or of TorchSharp's own torch.save.</summary>
    /// <exception cref="CnnCourse.Torch.WeightFileException">The file is damaged, or holds none or several.</exception>
    public static Tensor load(string location) => Tensor.load(location);
}
