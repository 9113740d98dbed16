using System.Buffers.Binary;

namespace CnnCourse.Plots.Tests;

public class PngTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Pixels_survive_the_round_trip(int channels)
    {
        byte[] smooth = [.. Enumerable.Range(0, 40 * 30 * channels).Select(i => (byte)(i * i / 97))];
        var picture = Decoded.From(Png.Encode(40, 30, channels, smooth));
        Assert.Equal((40, 30, channels), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal(smooth, picture.Pixels);
    }

    [Fact]
    public void The_end_chunk_carries_the_checksum_the_standard_prints() // IEND is always 49 45 4E 44 AE 42 60 82
    {
        var file = Png.Encode(1, 1, 1, [7]);
        Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(file.Length - 4)));
    }

    [Fact]
    public void A_wrong_number_of_bytes_is_refused() =>
        Assert.Contains("5 bytes are not a 2 x 2 picture", Assert.Throws<ArgumentException>(() => Png.Encode(2, 2, 1, new byte[5])).Message, StringComparison.Ordinal);
}
