using System.Security.Cryptography;
using System.Text.Json;

namespace CnnCourse.Data;

/// <summary>A data set in <c>data/datasets.json</c>: what it is, where it comes from, how to know that it is whole.</summary>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Home">Its authors' page.</param>
/// <param name="Licence">The terms on which it is given.</param>
/// <param name="Package">The Debian package that holds it, if any.</param>
/// <param name="System">Where that package puts it.</param>
/// <param name="Sources">Addresses to download from, tried in order.</param>
/// <param name="Files">Its files.</param>
public sealed record Manifest(
    string Title, string Home, string Licence, string? Package, string? System, IReadOnlyList<string> Sources, IReadOnlyList<ManifestFile> Files)
{
    private static readonly JsonSerializerOptions options = new() { PropertyNameCaseInsensitive = true };

    private static readonly Lazy<Dictionary<string, Manifest>> all = new(() =>
    {
        using var stream = typeof(Manifest).Assembly.GetManifestResourceStream("datasets.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Manifest>>(stream, options)!;
    });

    /// <summary>The names of the data sets.</summary>
    public static IReadOnlyCollection<string> Names => all.Value.Keys;

    /// <summary>The entry of a data set.</summary>
    /// <exception cref="UnknownNameException">No data set has that name; the message offers the nearest.</exception>
    public static Manifest Of(string name) =>
        all.Value.TryGetValue(name, out var entry) ? entry : throw new UnknownNameException("data set", name, Names);
}

/// <summary>A file of a data set.</summary>
/// <param name="Name">Its name in every place.</param>
/// <param name="Bytes">The length of what the checksum is of.</param>
/// <param name="Sha256">Of the unpacked bytes: mirrors pack the same bytes differently.</param>
/// <param name="Md5">Of the file as it is served, where its authors publish that.</param>
public sealed record ManifestFile(string Name, long Bytes, string? Sha256 = null, string? Md5 = null)
{
    /// <summary>How to know that the file is whole.</summary>
    public Checksum Checksum => Sha256 is { } sha256
        ? new(HashAlgorithmName.SHA256, sha256, Bytes, IsOfUnpacked: Name.EndsWith(".gz", StringComparison.Ordinal))
        : new(HashAlgorithmName.MD5, Md5!, Bytes);
}
