using System.Text;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Files;

/// <summary>Files that lie: each gets one error that names the file and the lie, and loads nothing.</summary>
public class HostileFileTests(PythonFiles files) : IClassFixture<PythonFiles>
{
    private string Problem(string name, byte[]? content = null)
    {
        var path = files.At(name);
        if (content is not null) File.WriteAllBytes(path, content);
        using var scope = NewDisposeScope();
        var error = Assert.Throws<WeightFileException>(() => WeightFile.Load(path));
        Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, scope.DisposablesCount);
        return error.Problem;
    }

    [Theory]
    [InlineData("evil.pth", "posix.system")]
    [InlineData("evil_legacy.pth", "posix.system")]
    [InlineData("module.pth", "torch.nn.modules.linear.Linear")]
    [InlineData("sparse.pth", "torch._utils._rebuild_sparse_tensor")]
    public void A_global_outside_the_whitelist_is_refused_by_name(string file, string global) => Assert.Contains($"'{global}'", Problem(file), StringComparison.Ordinal);

    [Theory]
    [InlineData("python.pth")]
    [InlineData("python_legacy.pth")]
    [InlineData("ours.safetensors")]
    [InlineData("ours.dat")]
    public void A_truncated_file_is_refused_at_every_length(string name)
    {
        var whole = File.ReadAllBytes(files.At(name));
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 200))
            Problem("cut" + Path.GetExtension(name), whole[..length]);
    }

    [Fact]
    public void A_flipped_bit_in_a_tensor_of_a_zip_file_is_seen()
    {
        var bytes = File.ReadAllBytes(files.At("python.pth"));
        var data = bytes.AsSpan().IndexOf(BytesOf([0f, 1f, 2f, 3f, 4f, 5f]));
        bytes[data + 7] ^= 1;
        Assert.Contains("checksum", Problem("flipped.pth", bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 8, "takes 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", 8, "damaged")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1099511627776],"data_offsets":[0,4398046511104]}}""", 8, "the file has")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "gap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "after its last tensor")]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}""", 1, "F8_E4M3")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "twice")]
    [InlineData("""{"a":[1,2""", 0, "damaged")]
    [InlineData("[]", 0, "'{'")]
    public void A_safetensors_header_that_lies_is_refused(string header, int dataLength, string problem)
    {
        byte[] file = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[dataLength]];
        Assert.Contains(problem, Problem("lie.safetensors", file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_longer_than_the_file_is_refused() =>
        Assert.Contains("truncated", Problem("long.safetensors", [.. BitConverter.GetBytes(99_000_000L), (byte)'{', (byte)'}']), StringComparison.Ordinal);

    [Theory]
    [InlineData("no.pth", "neither PyTorch's nor safetensors")]
    [InlineData("no.dat", "no .dat file")]
    public void A_file_of_another_kind_is_refused(string name, string problem) =>
        Assert.Contains(problem, Problem(name, [.. "\x7fELF is no file of weights at all"u8]), StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_refused() => Assert.Contains("folder", Assert.Throws<WeightFileException>(() => WeightFile.Load(Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_write_that_fails_leaves_the_old_file()
    {
        var path = files.At("kept.safetensors");
        WeightFile.Save(path, [new("a", ones([2]))]);
        var before = File.ReadAllBytes(path);
        var broken = ones([2]);
        var later = new Dictionary<string, Tensor> { ["a"] = ones([2]), ["b"] = broken };
        Assert.Throws<NotSupportedException>(() => WeightFile.Save(path, later.Append(new("c", PythonFiles.Expected(ScalarType.ComplexFloat64)))));
        broken.Dispose();
        Assert.Throws<ObjectDisposedException>(() => WeightFile.Save(path, later));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.tmp"));
    }

    private static byte[] BytesOf(float[] values) => values.SelectMany(BitConverter.GetBytes).ToArray();
}
