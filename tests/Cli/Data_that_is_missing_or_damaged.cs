using System.IO.Compression;

namespace CnnCourse.Cli.Tests;

public sealed class Data_that_is_missing_or_damaged : IDisposable
{
    private const string Refused = "http://127.0.0.1:9";   // the discard port: nothing listens there

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_data_set_says_how_to_get_it_when_the_network_is_refused()
    {
        var error = await LoadAsync(("http_proxy", Refused), ("https_proxy", Refused), ("HTTP_PROXY", Refused), ("HTTPS_PROXY", Refused), ("no_proxy", ""), ("NO_PROXY", ""));
        Assert.Contains("apt-get install dataset-fashion-mnist", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_file_is_named_with_what_was_expected()
    {
        Copy();
        var file = Path.Combine(Folder, "train-labels-idx1-ubyte.gz");
        Rewrite(file, bytes => bytes[..1000]);
        var error = await LoadAsync();
        Assert.Contains("train-labels-idx1-ubyte.gz", error, StringComparison.Ordinal);
        Assert.Matches("60[,]?000", error);
    }

    [Fact]
    public async Task A_wrong_magic_number_is_named()
    {
        Copy();
        Rewrite(Path.Combine(Folder, "t10k-images-idx3-ubyte.gz"), bytes => [0x12, 0x34, .. bytes[2..]]);
        var error = await LoadAsync();
        Assert.Contains("t10k-images-idx3-ubyte.gz", error, StringComparison.Ordinal);
        Assert.Contains("magic", error, StringComparison.OrdinalIgnoreCase);
    }

    private string Folder => folder.File("fashion-mnist");

    /// <summary>Runs a notebook that loads the set; the first line of what was said of the failure.</summary>
    private async Task<string> LoadAsync(params (string, string)[] environment)
    {
        var answer = await CourseProcess.RunAsync("run " + folder.Notebook("load.ipynb", "var data = Datasets.FashionMnist();"),
            [("COURSE_DATA", folder.Path), ("COURSE_SYSTEM_DATA", "0"), .. environment]);
        Assert.Equal(1, answer.ExitCode);
        return answer.ErrorLines[0];
    }

    private void Copy()
    {
        Directory.CreateDirectory(Folder);
        var source = new Data.DataStore(folder.File("none"), mayUseSystem: true, mayDownload: false).Find("fashion-mnist");
        foreach (var file in Directory.GetFiles(source, "*.gz")) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    private static void Rewrite(string file, Func<byte[], byte[]> change)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress)) packed.CopyTo(bytes);
        using var changed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        changed.Write(change(bytes.ToArray()));
    }
}
