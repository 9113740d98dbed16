using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>
/// What a notebook's outputs came from: a hash over the code and the versions of the libraries, kept in the notebook's
/// metadata as <c>cnncourse.outputs</c>. Where it no longer agrees, the outputs are stale. Prose does not count.
/// </summary>
public static class Fingerprint
{
    private const string Section = "cnncourse";
    private const string Name = "outputs";

    public static string Of(Notebook notebook, IEnumerable<Assembly> libraries)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var text = new StringBuilder();
        foreach (var library in libraries.Select(one => one.GetName()).OrderBy(one => one.Name, StringComparer.Ordinal))
            text.Append(library.Name).Append(' ').Append(library.Version).Append('\n');
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
            text.Append('\0').Append(cell.Language).Append('\0').Append(cell.Source.ReplaceLineEndings("\n").TrimEnd());
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The fingerprint kept in the notebook; null where its outputs were written by something else.</summary>
    public static string? Read(Notebook notebook) => Notebook.Text((notebook.Metadata[Section] as JsonObject)?[Name]);

    /// <summary>Keeps the fingerprint: to be called whenever outputs are written.</summary>
    public static void Write(Notebook notebook, IEnumerable<Assembly> libraries)
    {
        if (notebook.Metadata[Section] is not JsonObject section)
            notebook.Metadata[Section] = section = [];
        section[Name] = Of(notebook, libraries);
    }
}
