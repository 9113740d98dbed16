using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static bool is_tensor(object obj) => obj is Tensor;
    public static long numel(Tensor input) => input.numel();
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)Aten.result_type.CallInt(tensor1, tensor2);
    public static bool can_cast(ScalarType from, ScalarType to) => Aten.can_cast.CallBool(from, to);
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Aten.promote_types.CallInt(type1, type2);
}
