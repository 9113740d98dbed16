using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks.Protocol;

internal sealed record ExecuteRequest(
    string Code,
    bool Silent = false,
    bool StoreHistory = true,
    IReadOnlyDictionary<string, string>? UserExpressions = null,
    bool AllowStdin = true,
    bool StopOnError = true);

internal sealed record ExecuteInput(string Code, int ExecutionCount);

internal sealed record ExecuteResult(int ExecutionCount, JsonObject Data, JsonObject Metadata);

internal sealed record ExecuteReply(int ExecutionCount, JsonObject UserExpressions, IReadOnlyList<JsonObject> Payload, string Status = "ok");

internal sealed record ExecuteError(int ExecutionCount, string Ename, string Evalue, IReadOnlyList<string> Traceback, string Status = "error");

internal sealed record ExecuteAborted(int ExecutionCount, string Status = "aborted");
