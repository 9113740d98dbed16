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
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var own = new[]
        {
            typeof(Session).Assembly,
            typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly,
            typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly,
        };
        return Directory.EnumerateFiles(framework, "*.dll")
            .Where(IsManagedLibrary)
            .Concat(own.Concat(assemblies).Select(assembly => assembly.Location))
            .Distinct()
            .Select(path => Known.GetOrAdd(path, path => MetadataReference.CreateFromFile(path, documentation: XmlDocs.For(path))));
    }

    private static bool IsManagedLibrary(string path)
    {
        var name = Path.GetFileName(path);
        return (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll")
            && !name.EndsWith(".Native.dll", StringComparison.Ordinal);
    }
}
