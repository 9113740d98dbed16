using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>A notebook file, nbformat 4.5. Metadata that this library does not know is kept.</summary>
public sealed class Notebook
{
    public List<Cell> Cells { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    /// <summary>The first heading, or an empty string.</summary>
    public string Title => Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? "";

    /// <summary>What the cells are written in: <c>csharp</c> for notebooks of this kernel and of .NET Interactive.</summary>
    public string Language
    {
        get
        {
            var spec = Metadata["kernelspec"];
            var name = Text(spec?["name"]);
            if (name is "cnn-csharp" or ".net-csharp")
                return "csharp";
            var language = Text(spec?["language"]) ?? Text(Metadata["language_info"]?["name"]) ?? "csharp";
            return language.ToUpperInvariant() is "C#" or "CSHARP" or "POLYGLOT-NOTEBOOK" ? "csharp" : language;
        }
    }

    /// <exception cref="NotebookFormatException">The file is missing or is not a notebook; the message names it and says why.</exception>
    public static Notebook Load(string path) => NotebookReader.Load(path);

    /// <summary>Writes as Jupyter writes, byte for byte; the file appears whole or not at all.</summary>
    public void Save(string path) => NotebookWriter.Save(this, path);

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
