using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Errors
{
    [Fact]
    public void An_error_names_the_operator_and_the_shapes_and_dtypes()
    {
        var error = Assert.Throws<TorchException>(() => ones(2, 3).matmul(ones(4, 5, dtype: float64)));
        Assert.StartsWith("matmul([2, 3] Float32, [4, 5] Float64): ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception raised from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_numbers_stand_in_the_error_too()
    {
        Assert.StartsWith("reshape([6] Float32, [4, -1]): ", Assert.Throws<TorchException>(() => ones(6).reshape(4, -1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("cat({[2] Float32, [2, 2] Float32}, 0): ", Assert.Throws<TorchException>(() => cat([ones(2), ones(2, 2)])).Message, StringComparison.Ordinal);
        Assert.StartsWith("select([2, 3] Float32, 0, 5): ", Assert.Throws<TorchException>(() => ones(2, 3)[5]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_must_fill_its_shape() =>
        Assert.Equal("5 elements do not fill shape [2, 3], which takes 6", Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3])).Message);

    [Fact]
    public void Item_takes_one_element_of_its_own_type()
    {
        Assert.Contains("shape [2]", Assert.Throws<InvalidOperationException>(() => ones(2).item<float>()).Message, StringComparison.Ordinal);
        Assert.Contains("holds Float32, not Int64", Assert.Throws<ArgumentException>(() => ones([]).item<long>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_are_read_in_their_own_type() =>
        Assert.Contains("call to_type", Assert.Throws<ArgumentException>(() => ones(2).data<double>()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_index_outside_is_refused()
    {
        var elements = ones(2, 3).data<float>();
        Assert.Throws<ArgumentOutOfRangeException>(() => elements[6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => elements[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => elements[0, -1]);
        Assert.Throws<ArgumentException>(() => elements[0, 0, 0]);
    }

    [Fact]
    public void Bytes_must_be_contiguous_and_fill_the_tensor()
    {
        Assert.Throws<InvalidOperationException>(() => ones(2, 3).t().bytes.Length);
        Assert.Throws<ArgumentException>(() => ones(2).bytes = new byte[7]);
    }

    [Fact]
    public void No_device_of_that_name() =>
        Assert.Equal("'gpu' is no device: use cpu, cuda or cuda:0", Assert.Throws<ArgumentException>(() => ones(2).to("gpu")).Message);
}
