namespace CnnCourse.Torch;

/// <summary>Operators that take whole lists of tensors: one call for all parameters of a group, one kernel on a GPU.</summary>
internal static class Foreach
{
    internal static readonly Operator zero_ = new("_foreach_zero_");
    internal static readonly Operator neg = new("_foreach_neg");
    internal static readonly Operator sqrt = new("_foreach_sqrt");
    internal static readonly Operator add = new("_foreach_add", "List");
    internal static readonly Operator add_ = new("_foreach_add_", "List");
    internal static readonly Operator addNumber_ = new("_foreach_add_", "Scalar");
    internal static readonly Operator mul = new("_foreach_mul", "List");
    internal static readonly Operator mul_ = new("_foreach_mul_", "List");
    internal static readonly Operator mulNumber_ = new("_foreach_mul_", "Scalar");
    internal static readonly Operator divNumber_ = new("_foreach_div_", "Scalar");
    internal static readonly Operator addcmul_ = new("_foreach_addcmul_", "Scalar");
    internal static readonly Operator addcdiv_ = new("_foreach_addcdiv_", "Scalar");
    internal static readonly Operator addcmul = new("_foreach_addcmul", "Scalar");
}
