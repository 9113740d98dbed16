namespace CnnCourse.Torch;

/// <summary>Operators that change their first argument, shared by modules, initialisers and optimisers.</summary>
internal static class InPlace
{
    internal static readonly Operator zero = new("zero_");
    internal static readonly Operator fill = new("fill_", "Scalar");
    internal static readonly Operator copy = new("copy_");
    internal static readonly Operator addNumber = new("add_", "Scalar");
    internal static readonly Operator add = new("add_", "Tensor");
    internal static readonly Operator mulNumber = new("mul_", "Scalar");
    internal static readonly Operator uniform = new("uniform_");
    internal static readonly Operator normal = new("normal_");
}
