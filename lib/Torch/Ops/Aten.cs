namespace CnnCourse.Torch;

/// <summary>Operators that several files of the front end share.</summary>
internal static partial class Aten
{
    internal static readonly Operator detach = new("detach");
    internal static readonly Operator detach_ = new("detach_");
    internal static readonly Operator retain_grad = new("retain_grad");
    internal static readonly Operator add = new("add", "Tensor");
    internal static readonly Operator to = new("to", "dtype_layout");
    internal static readonly Operator item = new("_local_scalar_dense");
    internal static readonly Operator sum = new("sum");
}
