using System.Security.Cryptography;
using CnnCourse.Data;
using TorchSharp;

namespace CnnCourse.Tests.Data;

public sealed class DataStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly byte[] content = [.. Enumerable.Range(0, 100_000).Select(k => (byte)(k * 7))];

    [Fact]
    public void A_missing_data_set_says_exactly_how_to_get_it()
    {
        var store = new DataStore(folder.FullName, mayUseSystem: false, mayDownload: false);
        var error = Assert.Throws<MissingDataException>(() => Datasets.FashionMnist(store));
        Assert.Contains("sudo apt-get install dataset-fashion-mnist", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]   // what a lesson does where the garments are missing and the digits are not
    public void A_lesson_goes_on_with_digits_and_says_how_to_get_the_garments()
    {
        var own = Directory.CreateDirectory(Path.Combine(folder.FullName, "digits"));
        torchvision.io.write_png(torch.full([1, 1000, 2000], 200, torch.ScalarType.Byte), Path.Combine(own.FullName, "digits.png"));
        var (said, spoken) = (new StringWriter(), Console.Out);
        Console.SetOut(said);
        try
        {
            var data = Datasets.AtHand(new DataStore(folder.FullName, mayUseSystem: false, mayDownload: false));
            Assert.Equal([4000L, 1, 28, 28], data.Train.Images.shape);
            Assert.Equal([1000L, 1, 28, 28], data.Test.Images.shape);
            Assert.Equal(0f, data.Train.Images[.., .., 0..4].max().item<float>());   // the canvas around the digit
        }
        finally
        {
            Console.SetOut(spoken);
        }
        Assert.Contains("sudo apt-get install dataset-fashion-mnist", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("digits in place of garments", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_digits_too_it_is_the_garments_that_are_asked_for()
    {
        var store = new DataStore(folder.FullName, mayUseSystem: false, mayDownload: false);
        Assert.Contains("dataset-fashion-mnist", Assert.Throws<MissingDataException>(() => Datasets.AtHand(store)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_network_the_same_is_said()
    {
        var manifest = Manifest.Of("fashion-mnist") with { Sources = ["http://127.0.0.1:9/"] };
        var store = new DataStore(folder.FullName, mayUseSystem: false);
        var error = Assert.Throws<MissingDataException>(() => store.Find("fashion-mnist", manifest));
        Assert.Contains("sudo apt-get install dataset-fashion-mnist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_download_that_breaks_off_is_continued()
    {
        using var server = new FileServer(content) { BreakAfter = 30_000 };
        Get(server);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder.FullName, "set", "file.bin")));
        Assert.Equal([null, "bytes=30000-"], server.Ranges);
    }

    [Fact]
    public void Wrong_bytes_are_refused_and_leave_nothing_behind()
    {
        using var server = new FileServer([.. content[..^1], 0]);
        var error = Assert.Throws<MissingDataException>(() => Get(server));
        Assert.Contains("sha256", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "set")));
    }

    [Fact]
    public void A_server_that_cannot_continue_begins_anew()
    {
        using var server = new FileServer(content) { BreakAfter = 30_000, KnowsRanges = false };
        Get(server);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder.FullName, "set", "file.bin")));
    }

    [Fact]
    public void A_download_goes_on_with_the_part_of_an_earlier_day()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "set"));
        File.WriteAllBytes(Path.Combine(folder.FullName, "set", "file.bin.part"), content[..60_000]);
        using var server = new FileServer(content);
        Get(server);
        Assert.Equal(["bytes=60000-"], server.Ranges);
    }

    [Fact]
    public void The_part_of_another_file_does_not_spoil_the_download()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "set"));
        File.WriteAllBytes(Path.Combine(folder.FullName, "set", "file.bin.part"), new byte[60_000]);
        using var server = new FileServer(content);
        Get(server);
        Assert.Equal(["bytes=60000-", null], server.Ranges);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder.FullName, "set", "file.bin")));
    }

    [Theory]
    [InlineData(-500)]   // the file seems whole, but is not
    [InlineData(+500)]   // the line seems to break at the end
    public void A_false_length_is_noticed_and_leaves_nothing_behind(int lie)
    {
        using var server = new FileServer(content) { Lie = lie };
        if (lie > 0) Get(server);   // all bytes came: the checksum is right
        else Assert.Contains("99,500 bytes with sha256", Assert.Throws<MissingDataException>(() => Get(server)).Message, StringComparison.Ordinal);
        Assert.Equal(lie > 0 ? ["file.bin"] : [], Directory.GetFiles(Path.Combine(folder.FullName, "set")).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void An_endless_answer_is_cut_off()
    {
        using var server = new FileServer(content) { IsEndless = true };
        Assert.Throws<MissingDataException>(() => Get(server));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "set")));
    }

    [Fact]
    public void The_next_mirror_is_asked_where_the_first_is_wrong()
    {
        using var wrong = new FileServer([.. content[..^1], 0]);
        using var right = new FileServer(content);
        Get(wrong, right);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder.FullName, "set", "file.bin")));
    }

    [Fact]
    public void A_file_that_is_there_is_not_fetched_again()
    {
        using var server = new FileServer(content);
        Get(server);
        Get(server);
        Assert.Single(server.Ranges);
    }

    [Fact]
    public void An_unknown_data_set_is_answered_with_the_nearest() =>
        Assert.Contains("fashion-mnist", Assert.Throws<UnknownNameException>(() => Manifest.Of("fashion")).Message, StringComparison.Ordinal);

    private string Get(params FileServer[] servers)
    {
        var file = new ManifestFile("file.bin", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var manifest = new Manifest("a set", "home", "licence", null, null, [.. servers.Select(s => s.Address)], [file]);
        return new DataStore(folder.FullName).Find("set", manifest);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
