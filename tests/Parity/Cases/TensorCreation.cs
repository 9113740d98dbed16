using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorCreation : Parity<TensorCreation>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("zeros and ones", "[torch.zeros(2, 3), torch.ones(2), torch.zeros(2, dtype=torch.int32)]", () => new[] { zeros(2, 3), ones(2), zeros(2, dtype: int32) }),
        Case("full", "[torch.full((2, 3), 1.5), torch.full((2,), 3), torch.full((2,), 3, dtype=torch.float64)]", () => new[] { full(2, 3, 1.5), full([2L], 3), full([2L], 3, float64) }),
        Case("arange", "[torch.arange(5), torch.arange(1, 5), torch.arange(1, 5, 0.5), torch.arange(3.0)]", () => new[] { arange(5), arange(1, 5), arange(1, 5, 0.5), arange(3.0) }),
        Case("linspace and logspace", "[torch.linspace(0, 1, 7), torch.logspace(0, 2, 5)]", () => new[] { linspace(0, 1, 7), logspace(0, 2, 5) }),
        Case("eye", "[torch.eye(3), torch.eye(2, 3, dtype=torch.int64)]", () => new[] { eye(3), eye(2, 3, int64) }),
        Case("likes", "[torch.zeros_like(x), torch.ones_like(x), torch.full_like(x, 3), torch.zeros_like(x, dtype=torch.int64)]", x => new[] { zeros_like(x), ones_like(x), full_like(x, 3), zeros_like(x, int64) }, [2, 3]),
        Case("news", "[x.new_zeros(2), x.new_ones((2, 3)), x.new_full((2,), 4.0)]", x => new[] { x.new_zeros(2), x.new_ones(2, 3), x.new_full(2, 4.0) }, Input.Doubles(2)),
        Case("tensors of arrays", "[torch.tensor([[1, 2], [3, 4]], dtype=torch.int32), torch.tensor([1.5, 2.5]), torch.tensor([True, False]), torch.tensor([[[1.]]], dtype=torch.float64)]", () => new[] { tensor(new[,] { { 1, 2 }, { 3, 4 } }), tensor(new[] { 1.5f, 2.5f }), tensor(new[] { true, false }), tensor(new double[1, 1, 1] { { { 1 } } }) }),
        Case("tensors of numbers", "[torch.tensor(3, dtype=torch.int32), torch.tensor(3), torch.tensor(3.5), torch.tensor(3.5, dtype=torch.float64), torch.tensor(True), torch.tensor(1+2j)]", () => new[] { tensor(3), tensor(3L), tensor(3.5f), tensor(3.5), tensor(true), tensor((1f, 2f)) }),
        Case("tensor of a list in a shape", "torch.tensor([1., 2., 3., 4., 5., 6.]).view(2, 3)", () => tensor(new List<float> { 1, 2, 3, 4, 5, 6 }, 2, 3)),
        Case("tensor cast on the way", "torch.tensor([1, 2]).half()", () => tensor(new[] { 1L, 2L }, dtype: float16)),
        Case("from_array", "torch.arange(24.).view(2, 3, 4)", () => from_array(Enumerable.Range(0, 24).Select(i => (float)i).ToArray()).view(2, 3, 4)),
        Case("casts", "[x.int(), x.long(), x.half(), x.double(), x.bool(), x.byte(), x.bfloat16(), x.to(torch.complex64)]", x => new[] { x.@int(), x.@long(), x.half(), x.@double(), x.@bool(), x.@byte(), x.bfloat16(), x.to(complex64) }, Input.In(0, 5, 6), grad: false),
        Case("a cast keeps the graph", "x.double() * 2", x => x.to(float64) * 2, [3]),
        Case("type_as", "x.type_as(y)", (x, y) => x.type_as(y), [3], Input.Doubles(1)),
        Case("clone and detach", "x.clone() * x.detach()", x => x.clone() * x.detach(), [3]),
        Case("promotion", "[torch.promote_types(torch.int32, torch.float16), torch.result_type(x, y), torch.can_cast(torch.float32, torch.int32)]", (x, y) => (promote_types(int32, float16), result_type(x, y), can_cast(float32, int32)), Input.Longs(0, 5, 2), [2]),
        Case("finfo", "[torch.finfo(d).eps for d in (torch.float16, torch.bfloat16, torch.float32, torch.float64)] + [torch.finfo(d).max for d in (torch.float16, torch.bfloat16, torch.float32, torch.float64)] + [torch.finfo(d).tiny for d in (torch.float16, torch.bfloat16, torch.float32, torch.float64)]", () => new[] { float16, bfloat16, float32, float64 } is var d ? d.Select(t => tensor(finfo(t).eps)).Concat(d.Select(t => tensor(finfo(t).max))).Concat(d.Select(t => tensor(finfo(t).tiny))) : [], rtol: ParityCase.Exact),
        Case("quantisation", "torch.quantize_per_tensor(x, 0.1, 10, torch.quint8).dequantize()", x => quantize_per_tensor(x, 0.1, 10, quint8).dequantize(), [6], grad: false),
        Case("fake quantisation", "torch.fake_quantize_per_tensor_affine(x, torch.tensor(0.1), torch.tensor(0, dtype=torch.int32), -10, 10)", x => fake_quantize_per_tensor_affine(x, tensor(0.1f), tensor(0), -10, 10), [6]),
        Case("sparse and back", "x.to_sparse().to_dense() * 2", x => x.to_sparse().to_dense() * 2, [2, 3], grad: false),
        Case("max_int_value", "[torch.iinfo(torch.int16).max, torch.iinfo(torch.uint8).max]", () => new[] { max_int_value(int16), max_int_value(uint8) } is var v ? (v[0], v[1]) : default),
        Case("second derivative", "torch.autograd.grad((x ** 3).sum(), x, create_graph=True)[0]", x => autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0], [4]),
        Case("gradient through a detour", "(x * y).sum() + x.detach().sum() + (x.sigmoid() * y.mean())", (x, y) => (x * y).sum() + x.detach().sum() + x.sigmoid() * y.mean(), [2, 3], [3]),
    ];
}
