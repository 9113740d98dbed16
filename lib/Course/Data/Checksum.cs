using System.IO.Compression;
using System.Security.Cryptography;

namespace CnnCourse.Data;

/// <summary>How to know that a file is whole.</summary>
/// <param name="Algorithm">SHA-256 or MD5, whichever its authors publish.</param>
/// <param name="Hex">The checksum or the beginning of it, in lower case.</param>
/// <param name="Bytes">The length of what is summed; null if it is not known.</param>
/// <param name="IsOfUnpacked">Whether a gzip file is unpacked first.</param>
public sealed record Checksum(HashAlgorithmName Algorithm, string Hex, long? Bytes = null, bool IsOfUnpacked = false)
{
    /// <summary>Null if the file is as it should be, else what it is instead.</summary>
    public string? Complaint(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = IsOfUnpacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var hash = IncrementalHash.CreateHash(Algorithm);
        var buffer = new byte[1 << 16];
        var length = 0L;
        try
        {
            // No more is unpacked than the file should hold, and a buffer.
            for (int read; length <= (Bytes ?? long.MaxValue) && (read = stream.Read(buffer)) > 0; length += read) hash.AppendData(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            return $"a damaged gzip stream after {length:N0} bytes";
        }
        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        return found.StartsWith(Hex, StringComparison.Ordinal) ? null : $"{length:N0} bytes with {Name} {found}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(Bytes is { } bytes ? $"{bytes:N0} bytes with " : "")}{Name} {Hex}";

    private string Name => Algorithm == HashAlgorithmName.MD5 ? "md5" : "sha256";
}
