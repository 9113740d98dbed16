using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CnnCourse.Tests.Data;

/// <summary>Serves one file over HTTP, well or badly.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly byte[] content;

    public FileServer(byte[] content)
    {
        this.content = content;
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public string Address { get; }

    /// <summary>Bytes after which the first answer breaks off.</summary>
    public int BreakAfter { get; init; } = int.MaxValue;

    /// <summary>Added to the length that is announced.</summary>
    public int Lie { get; init; }

    public bool KnowsRanges { get; init; } = true;
    public bool IsEndless { get; init; }

    /// <summary>The Range header of each request.</summary>
    public List<string?> Ranges { get; } = [];

    public void Dispose() => listener.Stop();

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var client = listener.AcceptTcpClient();
                try
                {
                    Answer(client.GetStream());
                }
                catch (IOException)
                {
                    // The client has had enough.
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Answer(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        string? range = null;
        while (reader.ReadLine() is { Length: > 0 } line)
            if (line.StartsWith("Range: ", StringComparison.Ordinal)) range = line["Range: ".Length..];
        Ranges.Add(range);
        var first = range is null || !KnowsRanges ? 0 : int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        if (first >= content.Length)
        {
            stream.Write("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8);
            return;
        }
        var status = first == 0 ? "200 OK" : $"206 Partial Content\r\nContent-Range: bytes {first}-{content.Length - 1}/{content.Length}";
        var length = IsEndless ? "" : $"Content-Length: {content.Length - first + Lie}\r\n";
        stream.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{length}Connection: close\r\n\r\n"));
        var last = Ranges.Count == 1 ? Math.Min(content.Length, BreakAfter) : content.Length;
        stream.Write(content, first, last - first);
        while (IsEndless) stream.Write(content);
    }
}
