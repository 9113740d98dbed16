using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CnnCourse.Notebooks;

/// <summary>Documentation comments from the .xml file beside an assembly, read when first asked for.</summary>
internal sealed class XmlDocs(string path) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> members = new(() => Read(path));

    /// <summary>The framework keeps its documentation with the reference pack of the SDK, not beside the assembly.</summary>
    public static XmlDocs For(string assembly)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return new XmlDocs(beside);
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        var version = Environment.Version;
        return new XmlDocs(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref", version.ToString(3), "ref",
            $"net{version.Major}.{version.Minor}", Path.GetFileName(beside)));
    }

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        members.Value.GetValueOrDefault(documentationMemberID);

    public override bool Equals(object? obj) => obj is XmlDocs other && other.Source == Source;

    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);

    private string Source => path;

    private static Dictionary<string, string> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        return XDocument.Load(path).Descendants("member")
            .Where(member => member.Attribute("name") is not null)
            .GroupBy(member => member.Attribute("name")!.Value)
            .ToDictionary(group => group.Key, group => group.First().ToString());
    }
}
