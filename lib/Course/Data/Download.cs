using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace CnnCourse.Data;

/// <summary>Fetches a file: goes on where an earlier try broke off, checks it, and only then gives it its name.</summary>
public static class Download
{
    private const int Attempts = 3;

    private static readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>Fetches <paramref name="source"/> to <paramref name="target"/>.</summary>
    /// <param name="sha256">Of the unpacked bytes.</param>
    /// <param name="bytes">Length of the unpacked bytes.</param>
    /// <exception cref="HttpRequestException">The server does not answer, or refuses.</exception>
    /// <exception cref="BadDataException">What came is not the file; nothing is left behind.</exception>
    public static void To(Uri source, string target, string sha256, long bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Continue(source, part);
                break;
            }
            catch (Exception e) when (attempt < Attempts && e is IOException or HttpIOException)
            {
                // The line broke; what has come is kept and the next try asks for the rest.
            }
        }
        Check(source, part, sha256, bytes);
        File.Move(part, target, overwrite: true);
    }

    private static void Continue(Uri source, string part)
    {
        using var file = new FileStream(part, FileMode.Append, FileAccess.Write, FileShare.None);
        using var request = new HttpRequestMessage(HttpMethod.Get, source);
        if (file.Position > 0) request.Headers.Range = new RangeHeaderValue(file.Position, null);
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) return;   // the part is already whole
        response.EnsureSuccessStatusCode();
        if (response.StatusCode != HttpStatusCode.PartialContent) file.SetLength(0);      // the server began anew
        using var body = response.Content.ReadAsStream();
        body.CopyTo(file);
    }

    private static void Check(Uri source, string part, string sha256, long bytes)
    {
        var (found, length) = Digest(part, source.AbsolutePath.EndsWith(".gz", StringComparison.Ordinal), bytes);
        if (found == sha256) return;
        File.Delete(part);
        throw new BadDataException(source.ToString(), $"{length:N0} bytes with sha256 {found}", $"{bytes:N0} bytes with {sha256}");
    }

    // No more is unpacked than the file should hold, and one byte.
    private static (string Sha256, long Length) Digest(string path, bool isPacked, long bytes)
    {
        using var file = File.OpenRead(path);
        using Stream stream = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var length = 0L;
        try
        {
            for (int read; length <= bytes && (read = stream.Read(buffer)) > 0; length += read) hash.AppendData(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            return ("of a damaged gzip stream", length);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
