namespace CnnCourse.Data;

/// <summary>A data set that is nowhere to be found, and how to get it.</summary>
public sealed class MissingDataException(string name, Manifest manifest, string folder, string reason)
    : IOException($"the data set '{name}' is not here ({reason}). {Advice(manifest, folder)}")
{
    private static string Advice(Manifest manifest, string folder)
    {
        var byHand = $"put {string.Join(", ", manifest.Files.Select(f => f.Name))} from {manifest.Home} into {folder}";
        return manifest.Package is { } package ? $"Get it with: sudo apt-get install {package}   (or {byHand})" : $"To get it, {byHand}";
    }
}
