using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Storages
{
    [Fact]
    public void A_view_shares_the_storage_of_its_tensor()
    {
        using var x = arange(6, dtype: float32).reshape(2, 3);
        var storage = x[1].storage<float>();
        Assert.Equal([0f, 1, 2, 3, 4, 5], storage.ToArray());
        Assert.Equal(3, x[1].storage_offset());
        storage[4] = 40;
        Assert.Equal(40f, x[1, 1].item<float>());
    }

    [Fact]
    public void Ranges_are_read_as_copies_and_filled_in_place()
    {
        using var x = arange(6);
        var storage = x.storage<long>();
        var middle = storage[(1, 3)];
        storage[2..4] = 9;
        Assert.Equal([1L, 2], middle.ToArray());
        Assert.Equal([0L, 1, 9, 9, 4, 5], x.data<long>().ToArray());
        storage.fill_(7);
        storage.copy_([1, 2]);
        Assert.Equal([1L, 2, 7, 7, 7, 7], storage.tolist());
        Assert.Equal((6, 8, 48UL, 1), (storage.Count, storage.element_size(), storage.nbytes(), storage.IndexOf(2)));
    }

    [Fact]
    public void A_storage_converts_and_refuses_another_type()
    {
        using var x = tensor(new[] { 1.5f, 2 });
        Assert.Equal([1.5, 2], x.storage<float>().@double().ToArray());
        Assert.Throws<ArgumentException>(() => x.storage<long>());
        var storage = x.storage<float>();
        storage.Dispose();
        Assert.Throws<ObjectDisposedException>(() => storage.Count);
    }

    [Fact]
    public void A_decoupled_handle_can_be_taken_over()
    {
        var x = ones(3);
        var handle = x.DecoupleFromNativeHandle();
        Assert.True(x.IsInvalid);
        using var y = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal(3f, y.sum().item<float>());
    }

    [Fact]
    public void Sparse_tensors_show_their_indices_and_values()
    {
        using var x = sparse_coo_tensor(tensor(new[,] { { 0L, 1 }, { 2, 0 } }), tensor(new[] { 5f, 6 }), [2, 3]);
        Assert.Equal([5f, 6], x.SparseValues.data<float>().ToArray());
        Assert.Equal([2, 2], x.SparseIndices.shape);
        Assert.Equal([0f, 0, 5, 6, 0, 0], x.to_dense().data<float>().ToArray());
    }
}
