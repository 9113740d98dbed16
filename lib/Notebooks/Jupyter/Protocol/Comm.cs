using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks.Protocol;

internal sealed record CommOpen(string CommId, string TargetName, JsonObject? Data = null);

internal sealed record CommMsg(string CommId, JsonObject? Data = null);

internal sealed record CommClose(string CommId, JsonObject? Data = null);

internal sealed record CommInfoRequest(string? TargetName = null);

internal sealed record CommInfoReply(IReadOnlyDictionary<string, CommTarget> Comms, string Status = "ok");

internal sealed record CommTarget(string TargetName);
