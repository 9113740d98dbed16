using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CnnCourse.Notebooks;

/// <summary>Documentation comments from the .xml file beside an assembly, read when first asked for.</summary>
internal sealed class XmlDocs(string path) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> members = new(() => Read(path));

    public static XmlDocs For(string assembly) => new(Path.ChangeExtension(assembly, ".xml"));

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
