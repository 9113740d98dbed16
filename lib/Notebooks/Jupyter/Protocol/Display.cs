using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks.Protocol;

internal sealed record DisplayData(JsonObject Data, JsonObject Metadata, Transient Transient);

internal sealed record Transient(string DisplayId);

internal sealed record ClearOutput(bool Wait);

internal sealed record StreamText(string Name, string Text);

internal sealed record ErrorShown(string Ename, string Evalue, IReadOnlyList<string> Traceback);

/// <param name="ExecutionState">busy, idle or starting.</param>
internal sealed record KernelStatus(string ExecutionState);
