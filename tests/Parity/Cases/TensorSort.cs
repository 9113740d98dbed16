using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorSort : Parity<TensorSort>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("sort", "x.sort(1, descending=True)", x => x.sort(1, descending: true), [3, 6]),
        Case("stable sort", "torch.sort(x, stable=True)", x => x.sort(stable: true), Input.Longs(0, 3, 12)),
        Case("argsort", "x.argsort(0)", x => x.argsort(0), [6, 2]),
        Case("msort", "x.msort()", x => x.msort(), [6, 2]),
        Case("topk", "x.topk(3, 1)", x => x.topk(3, 1), [3, 6]),
        Case("smallest k", "x.topk(2, 0, largest=False)", x => x.topk(2, 0, largest: false), [5, 2]),
        Case("kthvalue", "x.kthvalue(2, 1, keepdim=True)", x => x.kthvalue(2, 1, keepdim: true), [3, 6]),
        Case("unique", "torch.unique(x, return_inverse=True, return_counts=True)", x => x.unique(return_inverse: true, return_counts: true), Input.Longs(0, 5, 12)),
        Case("unique rows", "torch.unique(x, dim=0)", x => x.unique(dim: 0).output, Input.Longs(0, 2, 6, 2)),
        Case("unique_consecutive", "torch.unique_consecutive(x, return_counts=True)", x => { var (o, i, c) = x.unique_consecutive(return_counts: true); return new[] { o, c! }; }, Input.Longs(0, 2, 20)),
        Case("searchsorted", "torch.searchsorted(x.sort()[0], y, right=True)", (x, y) => searchsorted(x.sort().Values, y, right: true), [9], [2, 4], grad: false),
        Case("searchsorted for a number", "torch.searchsorted(x.sort()[0], 0.5)", x => searchsorted(x.sort().Values, tensor(0.5f)), [9], grad: false),
        Case("bucketize", "torch.bucketize(x, y.sort()[0])", (x, y) => x.bucketize(y.sort().Values), [9], [4], grad: false),
    ];
}
