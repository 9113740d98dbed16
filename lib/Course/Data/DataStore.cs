namespace CnnCourse.Data;

/// <summary>Finds the files of a data set: in the cache, then in the system's package, then by download.</summary>
/// <param name="cache">The folder of downloads, one folder in it for each data set.</param>
/// <param name="mayUseSystem">Whether the system's packages count.</param>
/// <param name="mayDownload">Whether the network may be used.</param>
public sealed class DataStore(string cache, bool mayUseSystem = true, bool mayDownload = true)
{
    /// <summary>The store that the environment describes.</summary>
    public static DataStore Default => new(DataFolders.Cache, DataFolders.MayUseSystem, DataFolders.MayDownload);

    /// <summary>The folder that holds all files of a data set.</summary>
    /// <exception cref="MissingDataException">They are nowhere and cannot be fetched; the message says how to get them.</exception>
    public string Find(string name) => Find(name, Manifest.Of(name));

    /// <summary>The folder that holds all files of a data set that is described elsewhere.</summary>
    public string Find(string name, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var own = Path.Combine(cache, name);
        if (IsIn(own, manifest)) return own;
        if (mayUseSystem && manifest.System is { } system && IsIn(system, manifest)) return system;
        if (!mayDownload) throw new MissingDataException(name, manifest, own, "downloads are switched off");
        foreach (var file in manifest.Files) Fetch(name, manifest, file, own);
        return own;
    }

    private static void Fetch(string name, Manifest manifest, ManifestFile file, string folder)
    {
        var target = Path.Combine(folder, file.Name);
        if (File.Exists(target)) return;
        var failures = new List<string>();
        foreach (var source in manifest.Sources)
        {
            try
            {
                Download.To(new Uri(new Uri(source), file.Name), target, file.Checksum);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                failures.Add(e.Message);
            }
        }
        throw new MissingDataException(name, manifest, folder, string.Join("; ", failures.Distinct()));
    }

    private static bool IsIn(string folder, Manifest manifest) => manifest.Files.All(file => File.Exists(Path.Combine(folder, file.Name)));
}
