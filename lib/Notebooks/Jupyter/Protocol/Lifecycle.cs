namespace CnnCourse.Notebooks.Protocol;

internal sealed record Welcome(string Subscription);

internal sealed record InterruptReply(string Status = "ok");

internal sealed record ShutdownRequest(bool Restart = false);

internal sealed record ShutdownReply(bool Restart, string Status = "ok");

internal sealed record RequestFailed(string Ename, string Evalue, IReadOnlyList<string> Traceback, string Status = "error");
