using System.IO.Compression;
using CnnCourse.Data;

namespace CnnCourse.Tests.Data;

public sealed class IdxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private static byte[] TwoImages => [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plain_and_gzipped_files_are_read(bool isPacked)
    {
        var (elements, shape) = Idx.Read(Write(TwoImages, isPacked), axes: 3);
        Assert.Equal([2, 1, 3], shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], elements);
    }

    [Fact]
    public void A_truncated_file_is_named_with_what_is_there_and_what_should_be() =>
        AssertError(Write(TwoImages[..^2]), "found 4 elements, expected 6 for the shape 2×1×3");

    [Fact]
    public void Bytes_after_the_end_are_noticed() => AssertError(Write([.. TwoImages, 7]), "more than 6 elements");

    [Fact]
    public void A_truncated_gzip_stream_is_noticed()
    {
        var whole = File.ReadAllBytes(Write(TwoImages, isPacked: true));
        var path = Path.Combine(folder.FullName, "cut.gz");
        File.WriteAllBytes(path, whole[..^12]);
        AssertError(path, "");
    }

    [Fact]
    public void A_wrong_magic_number_is_explained()
    {
        AssertError(Write([0, 0, 13, 3, .. TwoImages[4..]]), "magic number 0x00000d03 (floating point), expected 0x00000803 (3 axes of unsigned bytes)");
        AssertError(Write("<!DOCTYPE html> <p>not found</p>"u8.ToArray()), "magic number 0x3c21444f");
    }

    [Fact]
    public void A_wrong_number_of_axes_is_explained() =>
        AssertError(Write([0, 0, 8, 1, 0, 0, 0, 2, 4, 5]), "(1 axes of unsigned bytes), expected 0x00000803 (3 axes");

    [Fact]
    public void A_header_that_claims_too_much_does_not_take_the_memory() =>
        AssertError(Write([0, 0, 8, 3, 0x7f, 255, 255, 255, 0x7f, 255, 255, 255, 0x7f, 255, 255, 255]), "less than 2 GiB");

    [Fact]
    public void An_empty_file_is_too_short() => AssertError(Write([]), "only 0 bytes");

    [Fact]
    public void A_missing_file_is_named() => AssertError(Path.Combine(folder.FullName, "nowhere.gz"), "the file is not there");

    [Fact]
    public void Labels_must_be_as_many_as_images_and_within_the_classes()
    {
        Save("a-images-idx3-ubyte.gz", TwoImages);
        Save("a-labels-idx1-ubyte.gz", [0, 0, 8, 1, 0, 0, 0, 1, 0]);
        Assert.Contains("1 labels, expected 2", Fails("a", ["x"]), StringComparison.Ordinal);
        Save("b-images-idx3-ubyte.gz", TwoImages);
        Save("b-labels-idx1-ubyte.gz", [0, 0, 8, 1, 0, 0, 0, 2, 0, 3]);
        Assert.Contains("label 3, expected labels 0 to 1", Fails("b", ["x", "y"]), StringComparison.Ordinal);

        string Fails(string prefix, string[] classes) =>
            Assert.Throws<BadDataException>(() => Datasets.ReadIdx(folder.FullName, prefix, classes)).Message;
    }

    private static void AssertError(string path, string expected)
    {
        var error = Assert.Throws<BadDataException>(() => Idx.Read(path, axes: 3));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("Delete the file", error.Message, StringComparison.Ordinal);
    }

    private string Write(byte[] bytes, bool isPacked = false)
    {
        using var packed = new MemoryStream();
        if (isPacked)
            using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(bytes);
        return Save(isPacked ? "file.gz" : "file", isPacked ? packed.ToArray() : bytes);
    }

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
