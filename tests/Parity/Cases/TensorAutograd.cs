using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorAutograd : Parity<TensorAutograd>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("jacobian", "torch.autograd.functional.jacobian(lambda a: (a ** 2) @ a, x)", x => autograd.functional.jacobian((Tensor a) => a.pow(2).matmul(a), x), [3, 3], grad: false),
        Case("jacobian by two inputs", "torch.autograd.functional.jacobian(lambda a, b: a * b.sum(), (x, y))", (x, y) => autograd.functional.jacobian((Tensor[] t) => t[0] * t[1].sum(), x, y), [3], [2, 2], grad: false),
        Case("gradient with weights", "torch.autograd.grad(x.exp(), x, y)", (x, y) => autograd.grad([x.exp()], [x], [y]), [4], [4]),
        Case("gradient of an unused input", "[g is None for g in torch.autograd.grad(x.sum(), (x, y), allow_unused=True)]", (x, y) => (autograd.grad([x.sum()], [x, y], allow_unused: true)[0] is null, autograd.grad([x.sum()], [x, y], allow_unused: true)[1] is null), [2], [2]),
        Case("accumulated gradient", "(x * x).sum().backward(); (3 * x).sum().backward(); out = x.grad", x => { (x * x).sum().backward(); (3 * x).sum().backward(); return x.grad; }, [4]),
        Case("backward with weights", "(x * y).backward(torch.ones(4) * 2); out = [x.grad, y.grad]", (x, y) => { (x * y).backward([ones(4) * 2]); return new[] { x.grad, y.grad }; }, [4], [4]),
        Case("gradient through an index", "x[y].sum() * x.mean()", (x, y) => x[y].sum() * x.mean(), [5, 2], Input.Longs(0, 5, 8)),
        Case("gradient through in-place writes", "z = x * 2; z[0] = y; out = z ** 2", (x, y) => { var z = x * 2; z[0] = y; return z.pow(2); }, [3, 2], [2]),
        Case("detach cuts the graph", "(x * 2).detach() * x", x => (x * 2).detach() * x, [3]),
        Case("gradient in half precision", "(x.half() * 2).float()", x => (x.half() * 2).@float(), [3]),
    ];
}
