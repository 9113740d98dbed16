using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Conversions
{
    [Fact]
    public void Numbers_become_tensors_of_their_type()
    {
        Assert.Equal([ScalarType.Int32, ScalarType.Int64, ScalarType.Float32, ScalarType.Float64, ScalarType.Bool, ScalarType.Byte],
            new Tensor[] { 1, 2L, 3f, 4.0, true, (byte)5 }.Select(t => t.dtype));
        Assert.Equal(new Complex(1, 2), ((Tensor)new Complex(1, 2)).ToComplexFloat64());
    }

    [Fact]
    public void A_tensor_of_one_element_becomes_any_number()
    {
        var x = tensor(3.75f);
        Assert.Equal((3.75f, 3.75, 3L, 3, (short)3, (byte)3, true),
            (x.ToSingle(), x.ToDouble(), x.ToInt64(), x.ToInt32(), x.ToInt16(), x.ToByte(), x.ToBoolean()));
        Assert.Equal(3.75f, (float)x);
        Assert.Equal((Half)3.75, x.ToHalf());
        Assert.Equal(7L, (long)tensor(7));
    }

    [Fact]
    public void Arrays_of_any_rank_go_in_and_come_out()
    {
        var array = new[, ,] { { { 1, 2, 3 }, { 4, 5, 6 } } };
        using var x = from_array(array);
        Assert.Equal([1, 2, 3], x.shape);
        Assert.Equal(array, x.data<int>().ToNDArray());
        Assert.Equal([1, 4, 2, 5, 3, 6], x[0].t().data<int>().ToArray());
    }

    [Fact]
    public void Elements_are_written_in_place_through_a_view()
    {
        using var x = zeros(2, 3);
        var column = x[TensorIndex.Colon, 1].data<float>();
        column[1] = 7;
        column.CopyFrom([5f]);
        Assert.Equal([0f, 5, 0, 0, 7, 0], x.data<float>().ToArray());
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        using var x = tensor(new short[] { 1, 256 });
        Assert.Equal([1, 0, 0, 1], x.bytes.ToArray());
        x.bytes = new byte[] { 2, 0, 3, 0 };
        Assert.Equal([2, 3], x.data<short>().ToArray());
    }

    [Fact]
    public void Bytes_travel_through_a_stream()
    {
        using var x = arange(6.0).reshape(2, 3).t();
        using var stream = new MemoryStream();
        x.WriteBytesToStream(stream);
        stream.Position = 0;
        using var y = zeros(3, 2);
        y.ReadBytesFromStream(stream);
        Assert.Equal([0f, 3, 1, 4, 2, 5], y.data<float>().ToArray());
        Assert.Throws<EndOfStreamException>(() => y.ReadBytesFromStream(stream));
    }

    [Theory]   // source: IEEE 754 bits, upper half, ties to even
    [InlineData(1.0f, 0x3f80)]
    [InlineData(1.00390625f, 0x3f80)]
    [InlineData(1.01171875f, 0x3f82)]
    [InlineData(-3.3895314e38f, 0xff7f)]
    [InlineData(float.NaN, 0x7fc0)]
    public void BFloat16_rounds_to_the_nearest(float value, int bits)
    {
        Assert.Equal(BFloat16.FromRawValue((ushort)bits), new BFloat16(value));
        Assert.Equal((ushort)bits, BitConverter.ToUInt16(tensor(value).bfloat16().bytes));
    }

    [Fact]
    public void Lists_nest_as_the_dimensions_do()
    {
        var rows = (System.Collections.ArrayList)tensor(new[,] { { 1, 2 }, { 3, 4 } }).tolist();
        Assert.Equal(4, ((Scalar)((System.Collections.ArrayList)rows[1]!)[1]!).ToInt32());
    }

    [Fact]
    public void Equality_of_tensors_is_elementwise_and_of_objects_is_whole()
    {
        using var x = tensor(new[] { 1, 2 });
        using var y = tensor(new[] { 1, 3 });
        Assert.Equal([true, false], (x == y).data<bool>().ToArray());
        Assert.False(x.Equals(y));
        Assert.True(x.Equals(x.clone()));
    }
}
