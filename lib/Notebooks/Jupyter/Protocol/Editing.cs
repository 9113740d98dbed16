using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks.Protocol;

/// <param name="CursorPos">Counts Unicode characters, not UTF-16 units.</param>
internal sealed record CompleteRequest(string Code, int CursorPos);

internal sealed record CompleteReply(IReadOnlyList<string> Matches, int CursorStart, int CursorEnd, JsonObject Metadata, string Status = "ok");

/// <param name="CursorPos">Counts Unicode characters, not UTF-16 units.</param>
internal sealed record InspectRequest(string Code, int CursorPos, int DetailLevel = 0);

internal sealed record InspectReply(bool Found, JsonObject Data, JsonObject Metadata, string Status = "ok");

internal sealed record IsCompleteRequest(string Code);

/// <param name="Status">complete, incomplete or invalid.</param>
internal sealed record IsCompleteReply(string Status, string Indent);
