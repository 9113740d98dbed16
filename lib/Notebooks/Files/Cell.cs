using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

public enum CellKind { Code, Markdown, Raw }

/// <summary>One cell of a notebook file.</summary>
public sealed class Cell
{
    public required CellKind Kind { get; init; }

    public required string Id { get; init; }

    public string Source { get; set; } = "";

    public JsonObject Metadata { get; init; } = [];

    public JsonObject? Attachments { get; init; }

    public List<Output> Outputs { get; init; } = [];

    public int? ExecutionCount { get; set; }

    public IEnumerable<string> Tags => (Metadata["tags"] as JsonArray)?.Select(Notebook.Text).OfType<string>() ?? [];

    public bool Has(string tag) => Tags.Contains(tag);

    /// <summary>The cell's own language in both dialects of .NET Interactive; null where it is the notebook's.</summary>
    public string? Language =>
        Notebook.Text(Metadata["polyglot_notebook"]?["kernelName"]) ?? Notebook.Text(Metadata["dotnet_interactive"]?["language"]);
}
