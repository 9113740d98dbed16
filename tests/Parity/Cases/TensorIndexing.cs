using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorIndexing : Parity<TensorIndexing>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("an element", "x[1, 2]", x => x[1, 2], [3, 4]),
        Case("a row", "x[-1]", x => x[-1], [3, 4]),
        Case("a range", "x[1:3, :2]", x => x[1..3, ..2], [4, 5]),
        Case("a range from the end", "x[:-1, -2:]", x => x[..^1, ^2..], [4, 5]),
        Case("a slice with step", "x[::2, 1:4:2]", x => x[TensorIndex.Slice(null, null, 2), TensorIndex.Slice(1, 4, 2)], [4, 5]),
        Case("ellipsis", "x[..., 1]", x => x[TensorIndex.Ellipsis, 1], [2, 3, 4]),
        Case("ellipsis in the middle", "x[0, ..., 1]", x => x[0, TensorIndex.Ellipsis, 1], [2, 3, 4, 5]),
        Case("a new axis", "x[:, None, 1:]", x => x[TensorIndex.Colon, TensorIndex.None, 1..], [3, 4]),
        Case("a mask", "x[x > 0]", x => x[x > 0], [3, 4]),
        Case("a mask of rows", "x[y]", (x, y) => x[y], [3, 4], Input.Bools(3)),
        Case("a mask after a slice", "x[1:, y]", (x, y) => x[1.., TensorIndex.Tensor(y)], [3, 4], Input.Bools(4)),
        Case("a list", "x[y]", (x, y) => x[y], [3, 4], Input.Longs(0, 3, 5)),
        Case("two lists", "x[y, z]", (x, y, z) => x[y, z], [3, 4], Input.Longs(0, 3, 5), Input.Longs(0, 4, 5)),
        Case("a list and a slice", "x[y, 1:]", (x, y) => x[TensorIndex.Tensor(y), 1..], [3, 4], Input.Longs(0, 3, 2, 2)),
        Case("a slice and a list", "x[:, y]", (x, y) => x[TensorIndex.Colon, TensorIndex.Tensor(y)], [3, 4], Input.Longs(0, 4, 5)),
        Case("lists apart", "x[y, :, z]", (x, y, z) => x[TensorIndex.Tensor(y), TensorIndex.Colon, TensorIndex.Tensor(z)], [3, 4, 5], Input.Longs(0, 3, 2), Input.Longs(0, 5, 2)),
        Case("a number and a list", "x[1, :, y]", (x, y) => x[1, TensorIndex.Colon, TensorIndex.Tensor(y)], [3, 4, 5], Input.Longs(0, 5, 2)),
        Case("true and false", "[x[True], x[False]]", x => new[] { x[TensorIndex.Bool(true)], x[TensorIndex.Bool(false)] }, [2, 3]),
        Case("a scalar tensor", "x[y]", (x, y) => x[TensorIndex.Tensor(y)], [3, 4], Input.Longs(0, 3)),
        Case("set an element", "x = x.clone(); x[1, 2] = 7; out = x", x => { var c = x.clone(); c[1, 2] = 7; return c; }, [3, 4]),
        Case("set a row", "x = x.clone(); x[1] = y; out = x", (x, y) => { var c = x.clone(); c[1] = y; return c; }, [3, 4], [4]),
        Case("set a range", "x = x.clone(); x[1:, ::2] = y; out = x", (x, y) => { var c = x.clone(); c[1.., TensorIndex.Slice(null, null, 2)] = y; return c; }, [3, 4], [2, 1]),
        Case("set by a mask", "x = x.clone(); x[x > 0] = 0; out = x", x => { var c = x.clone(); c[c > 0] = 0f; return c; }, [3, 4]),
        Case("set by lists", "x = x.clone(); x[y, :2] = z; out = x", (x, y, z) => { var c = x.clone(); c[TensorIndex.Tensor(y), ..2] = z; return c; }, [5, 4], Input.Longs(0, 1, 1), [1, 2]),
        Case("set with leading ones", "x = x.clone(); x[0] = y; out = x", (x, y) => { var c = x.clone(); c[0] = y; return c; }, [3, 4], [1, 1, 4]),
        Case("index_put accumulates", "x.clone().index_put_((y,), z, accumulate=True)", (x, y, z) => x.clone().index_put_(z, [y], accumulate: true), [3], Input.Longs(0, 3, 6), [6]),
        Case("index_select", "x.index_select(1, y)", (x, y) => x.index_select(1, y), [3, 4], Input.Longs(0, 4, 6)),
        Case("gather", "x.gather(1, y)", (x, y) => x.gather(1, y), [3, 4], Input.Longs(0, 4, 3, 2)),
        Case("scatter", "x.scatter(1, y, z)", (x, y, z) => x.scatter(1, y, z), [3, 4], Input.Longs(0, 1, 3, 1), [3, 1]),
        Case("scatter_add", "x.scatter_add(0, y, z)", (x, y, z) => x.scatter_add(0, y, z), [3, 4], Input.Longs(0, 3, 5, 4), [5, 4]),
        Case("index_add", "x.index_add(0, y, z, alpha=2)", (x, y, z) => x.index_add(0, y, z, 2), [3, 4], Input.Longs(0, 3, 5), [5, 4]),
        Case("index_copy", "x.index_copy(0, y, z)", (x, y, z) => x.index_copy(0, y, z), [3, 4], Input.Longs(0, 1, 1), [1, 4]),
        Case("index_fill", "x.index_fill(1, y, 0.5)", (x, y) => x.index_fill(1, y, 0.5), [3, 4], Input.Longs(0, 4, 2)),
        Case("index_reduce", "torch.index_reduce(x, 0, y, z, 'amax')", (x, y, z) => index_reduce(x, 0, y, z, Reduce.amax), [3, 4], Input.Longs(0, 3, 5), [5, 4], grad: false),
        Case("masked_fill", "x.masked_fill(x < 0, -9.)", x => x.masked_fill(x < 0, -9), [3, 4]),
        Case("masked_select", "x.masked_select(x < 0)", x => x.masked_select(x < 0), [3, 4]),
        Case("masked_scatter", "x.masked_scatter(x < 0, y)", (x, y) => x.masked_scatter(x < 0, y), [3, 4], [12]),
        Case("take", "x.take(y)", (x, y) => x.take(y), [3, 4], Input.Longs(0, 12, 5)),
        Case("take_along_dim", "torch.take_along_dim(x, x.argsort(1), 1)", x => x.take_along_dim(x.argsort(1), 1), [3, 4]),
        Case("narrow", "x.narrow(1, 1, 2)", x => x.narrow(1, 1, 2), [3, 4]),
        Case("select_scatter", "torch.select_scatter(x, y, 0, 1)", (x, y) => x.select_scatter(y, 0, 1), [3, 4], [4]),
        Case("slice_scatter", "torch.slice_scatter(x, y, 0, 1, 3, 1)", (x, y) => x.slice_scatter(y, 0, 1, 3), [3, 4], [2, 4]),
        Case("diagonal_scatter", "torch.diagonal_scatter(x, y)", (x, y) => x.diagonal_scatter(y), [3, 3], [3]),
        Case("nonzero", "x.nonzero()", x => x.nonzero(), Input.Longs(0, 2, 3, 4)),
        Case("where as indices", "torch.where(x > 0)", x => where(x > 0), [3, 4]),
        Case("argwhere", "torch.argwhere(x > 0)", x => (x > 0).argwhere(), [3, 4]),
    ];
}
