using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.Tensor: indices, slices, masks, and selection.</summary>
public class Indexing
{
    private static Tensor Grid() => arange(12).reshape(3, 4);

    [Fact]
    public void Indices_are_numbers_ranges_and_tensors()
    {
        using var scope = NewDisposeScope();
        var x = Grid();
        Assert.Equal(6, x[1, 2].item<long>());
        Assert.Equal([4], x[^1].shape);
        Assert.Equal([2, 4], x[1..].shape);
        Assert.Equal([3, 2], x[.., 1..3].shape);
        Assert.Equal([3, 2], x[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)].shape);
        Assert.Equal([3, 1, 4], x[TensorIndex.Ellipsis, TensorIndex.None, TensorIndex.Colon].shape);
        Assert.Equal([3], x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal(6, x[x > 5].numel());
        Assert.Equal([2, 4], x[tensor(new[] { 2L, 0 })].shape);
        Assert.Equal([1], x[TensorIndex.Single(0), TensorIndex.Slice(stop: 1)].shape);
        Assert.Equal(4, x.index(TensorIndex.Tensor(tensor(1L))).numel());
    }

    [Fact]
    public void Parts_can_be_written()
    {
        using var scope = NewDisposeScope();
        var x = Grid().to(float32);
        x[0, 0] = 100;
        x[1] = zeros(4);
        x[2, 1..3] = tensor(5f);
        x[x > 50] = tensor(-1f);
        x.index_put_(tensor(9f), TensorIndex.Single(2), TensorIndex.Single(3));
        x.index_put_(tensor(9f), [tensor(0L), tensor(1L)], accumulate: true);
        Assert.Equal([-1f, 10, 2, 3, 0, 0, 0, 0, 8, 5, 5, 9], x.data<float>().ToArray());
        x.masked_fill_(x == 0, 1).fill_(3).zero_();
        Assert.Equal(0, x.count_nonzero().item<long>());
    }

    [Fact]
    public void Rows_are_selected_gathered_and_scattered()
    {
        using var scope = NewDisposeScope();
        var x = Grid();
        var rows = tensor(new[] { 0L, 2 });
        Assert.Equal([2, 4], x.index_select(0, rows).shape);
        Assert.Equal([2, 4], x.narrow(0, 1, 2).shape);
        Assert.Equal([4], x.select(0, 1).shape);
        Assert.Equal([3, 2], x.slice(1, 0, 4, 2).shape);
        Assert.Equal(2, x.take(rows).numel());
        Assert.Equal(6, x.masked_select(x > 5).numel());
        var index = zeros(3, 1, dtype: int64);
        Assert.Equal([3, 1], x.gather(1, index).shape);
        Assert.Equal([3, 1], x.take_along_dim(index, 1).shape);
        Assert.Equal([3, 4], x.scatter(1, index, zeros(3, 1, dtype: int64)).shape);
        Assert.Equal([3, 4], x.scatter_add(1, index, ones(3, 1, dtype: int64)).shape);
        Assert.Equal([3, 4], x.index_add(0, rows, ones(2, 4, dtype: int64), 1).shape);
        Assert.Equal([3, 4], x.index_copy(0, rows, ones(2, 4, dtype: int64)).shape);
        Assert.Equal([3, 4], x.index_fill(0, rows, 1).shape);
        Assert.Equal([3, 4], where(x > 5, x, zeros_like(x)).shape);
        Assert.Equal([6, 2], nonzero(x > 5).shape);
        Assert.Equal(2, where(x > 5).Length);
        Assert.Equal(3, x.unbind(0).Length);
    }

    [Fact]
    public void Data_can_be_read()
    {
        using var scope = NewDisposeScope();
        var x = Grid();
        Assert.Equal(11, x.data<long>()[11]);
        Assert.Equal(11, x.data<long>()[2, 3]);
        Assert.Equal(96, x.bytes.Length);
        Assert.Equal(5, x[1, 1].item<long>());
        Assert.Equal(5, x[1, 1].ToInt32());
        Assert.Equal(5f, (float)x[1, 1]);
        Assert.Equal(5.0, x[1, 1].ToDouble());
        Assert.Equal(ScalarType.Int64, x[1, 1].ToScalar().Type);
        Assert.Equal(8, x.element_size());
        Assert.Equal(x.numel(), x.NumberOfElements);
        Assert.Equal([4L, 1], x.stride());
        Assert.Equal(0, x.storage_offset());
        Assert.Equal(3, x.tolist() is System.Collections.IList rows ? rows.Count : 0);
    }

    [Fact]
    public void Numbers_become_scalars()
    {
        Scalar[] scalars = [1, 2L, 1.5f, 2.5, true, (byte)3, (1f, 2f), new System.Numerics.Complex(1, 2), 1.ToScalar(), 2.5.ToScalar()];
        Assert.Equal(ScalarType.Int64, scalars[0].Type);
        Assert.Equal(2.5, scalars[3].ToDouble());
        Assert.Equal(1, scalars[0].ToInt32());
        Assert.True(scalars[4].ToBoolean());
    }
}
