using System.Net;
using System.Net.Http.Headers;

namespace CnnCourse.Data;

/// <summary>Fetches a file: goes on where an earlier try broke off, checks it, and only then gives it its name.</summary>
public static class Download
{
    private const int Attempts = 3;
    private const long Packing = 1 << 20;   // a packed file may be a little longer than what it holds

    private static readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>Fetches <paramref name="source"/> to <paramref name="target"/>; what has come when it fails is kept as <c>target.part</c> for the next time.</summary>
    /// <param name="checksum">How to know that it is whole.</param>
    /// <param name="progress">Told how many bytes have come, and of how many if the server says so.</param>
    /// <exception cref="HttpRequestException">The server does not answer, or refuses.</exception>
    /// <exception cref="BadDataException">What came is not the file; nothing is left behind.</exception>
    public static void To(Uri source, string target, Checksum checksum, IProgress<(long Done, long? Of)>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(checksum);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var part = target + ".part";
        var isOld = File.Exists(part);
        Fetch(source, part, checksum, progress);
        var complaint = checksum.Complaint(part);
        if (complaint is not null && isOld)
        {
            File.Delete(part);   // the old part may have been of another mirror's file
            Fetch(source, part, checksum, progress);
            complaint = checksum.Complaint(part);
        }
        if (complaint is not null)
        {
            File.Delete(part);
            throw new BadDataException(source.ToString(), complaint, checksum.ToString());
        }
        File.Move(part, target, overwrite: true);
    }

    private static void Fetch(Uri source, string part, Checksum checksum, IProgress<(long, long?)>? progress)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Continue(source, part, checksum, progress);
                return;
            }
            catch (Exception e) when (attempt < Attempts && e is IOException and not BadDataException)
            {
                // The line broke; what has come is kept and the next try asks for the rest.
            }
        }
    }

    private static void Continue(Uri source, string part, Checksum checksum, IProgress<(long, long?)>? progress)
    {
        var old = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, source);
        if (old > 0) request.Headers.Range = new RangeHeaderValue(old, null);
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) return;   // the part is already whole
        response.EnsureSuccessStatusCode();
        using var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        file.Seek(0, SeekOrigin.End);
        var from = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From ?? file.Position : 0;
        if (from != file.Position) file.SetLength(0);   // the server began anew
        if (from > 0 && file.Position == 0) throw new HttpRequestException($"{source} sent another part of the file than was asked for");
        var length = file.Position + response.Content.Headers.ContentLength;
        using var body = response.Content.ReadAsStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = body.Read(buffer)) > 0; progress?.Report((file.Position, length)))
        {
            file.Write(buffer, 0, read);
            if (file.Position > checksum.Bytes + Packing) return;   // too long to be right: the check will say so
        }
    }
}
