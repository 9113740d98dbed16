using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using CnnCourse.Models;

namespace CnnCourse.Cli;

/// <summary>The names of a network's outputs: of a file the user gives, of the weight file, or ImageNet's.</summary>
internal static class ClassNames
{
    private const long LongestHeader = 100 << 20;

    public static IReadOnlyList<string> For(string weights, string? classes, int count)
    {
        var names = classes is not null ? Lines(classes) : Own(weights) ?? (count == PublishedWeights.ImageNetClasses.Count
            ? PublishedWeights.ImageNetClasses
            : [.. Enumerable.Range(0, count).Select(k => string.Create(CultureInfo.InvariantCulture, $"class {k}"))]);
        return names.Count == count ? names
            : throw new UserError($"{classes ?? weights} names {names.Count} classes, the network has {count}: give --classes a file of {count} lines");
    }

    private static string[] Lines(string path) => File.Exists(path)
        ? File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : throw new UserError($"there is no file of class names {path}");

    /// <summary>The entry "classes" of a safetensors file's metadata, a name in each line.</summary>
    private static string[]? Own(string path)
    {
        if (Path.GetExtension(path) != ".safetensors") return null;
        using var file = File.OpenRead(path);
        Span<byte> length = stackalloc byte[8];
        file.ReadExactly(length);
        var header = new byte[Math.Min(BinaryPrimitives.ReadInt64LittleEndian(length), LongestHeader)];
        file.ReadExactly(header);
        using var json = JsonDocument.Parse(header);
        return json.RootElement.TryGetProperty("__metadata__", out var metadata) && metadata.TryGetProperty("classes", out var classes)
            ? classes.GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
    }
}
