using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CnnCourse.Notebooks;

/// <summary>The framework's assemblies and the host's, as the compiler wants them.</summary>
internal static class FrameworkReferences
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Known = new();

    public static IEnumerable<MetadataReference> For(IEnumerable<Assembly> assemblies)
    {
        var own = new[]
        {
            typeof(Session).Assembly,
            typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly,
            typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly,
        };
        return Directory.EnumerateFiles(Framework(), "*.dll")
            .Where(IsManagedLibrary)
            .Concat(own.Concat(assemblies).Select(assembly => assembly.Location))
            .Distinct()
            .Select(path => Known.GetOrAdd(path, path => MetadataReference.CreateFromFile(path, documentation: XmlDocs.For(path))));
    }

    /// <summary>The SDK's reference assemblies: small, and with documentation beside them. Without an SDK, the runtime's own.</summary>
    private static string Framework()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "../../../packs/Microsoft.NETCore.App.Ref"));
        var (major, minor) = (Environment.Version.Major, Environment.Version.Minor);
        return Directory.Exists(packs)
            ? Directory.EnumerateDirectories(packs, $"{major}.{minor}.*").Order(StringComparer.Ordinal)
                .Select(pack => Path.Combine(pack, "ref", $"net{major}.{minor}")).LastOrDefault(Directory.Exists) ?? runtime
            : runtime;
    }

    private static bool IsManagedLibrary(string path)
    {
        var name = Path.GetFileName(path);
        return (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll")
            && !name.EndsWith(".Native.dll", StringComparison.Ordinal);
    }
}
