using System.Net;
using System.Security.Cryptography;
using CnnCourse.Data;

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
        using var server = new Server(content) { BreakAfter = 30_000 };
        Get(server);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder.FullName, "set", "file.bin")));
        Assert.Equal([null, "bytes=30000-"], server.Ranges);
    }

    [Fact]
    public void Wrong_bytes_are_refused_and_leave_nothing_behind()
    {
        using var server = new Server([.. content[..^1], 0]);
        var error = Assert.Throws<MissingDataException>(() => Get(server));
        Assert.Contains("sha256", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "set")));
    }

    [Fact]
    public void A_file_that_is_there_is_not_fetched_again()
    {
        using var server = new Server(content);
        Get(server);
        Get(server);
        Assert.Single(server.Ranges);
    }

    [Fact]
    public void An_unknown_data_set_is_answered_with_the_nearest() =>
        Assert.Contains("fashion-mnist", Assert.Throws<UnknownNameException>(() => Manifest.Of("fashion")).Message, StringComparison.Ordinal);

    private string Get(Server server)
    {
        var file = new ManifestFile("file.bin", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        var manifest = new Manifest("a set", "home", "licence", null, null, [server.Address], [file]);
        return new DataStore(folder.FullName).Find("set", manifest);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Serves one file; the first answer can break off.</summary>
    private sealed class Server : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly byte[] content;

        public Server(byte[] content)
        {
            this.content = content;
            var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            listener.Prefixes.Add(Address);
            listener.Start();
            new Thread(Serve) { IsBackground = true }.Start();
        }

        public string Address { get; }
        public int BreakAfter { get; init; } = int.MaxValue;
        public List<string?> Ranges { get; } = [];

        private void Serve()
        {
            try
            {
                while (true) Answer(listener.GetContext());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private void Answer(HttpListenerContext context)
        {
            var range = context.Request.Headers["Range"];
            Ranges.Add(range);
            var first = range is null ? 0 : int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            var last = Ranges.Count == 1 ? Math.Min(content.Length, BreakAfter) : content.Length;
            context.Response.StatusCode = range is null ? 200 : 206;
            context.Response.ContentLength64 = content.Length - first;
            context.Response.OutputStream.Write(content, first, last - first);
            context.Response.OutputStream.Flush();
            if (last < content.Length) context.Response.Abort();
            else context.Response.Close();
        }

        public void Dispose() => listener.Close();
    }
}
