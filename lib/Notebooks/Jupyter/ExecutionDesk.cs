using System.Text.Json.Nodes;
using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks;

/// <summary>Runs cells for clients, in the order they were asked for.</summary>
internal sealed class ExecutionDesk(Session session, Postman postman, InputDesk input, HistoryBook history) : IDisposable
{
    private CancellationTokenSource stop = new();
    private long arrived;
    private long abandoned;
    private int count;
    private int unnumbered;

    /// <summary>Notes a request on arrival, so that a failure before it can abandon it.</summary>
    public long Take() => Interlocked.Increment(ref arrived);

    /// <summary>Stops the running cell and abandons those that wait.</summary>
    public void Interrupt()
    {
        Volatile.Write(ref abandoned, Volatile.Read(ref arrived));
        stop.Cancel();
    }

    public async Task RunAsync(Envelope request, long number)
    {
        var asked = request.Read<ExecuteRequest>();
        stop = new CancellationTokenSource();
        if (number <= Volatile.Read(ref abandoned))
        {
            postman.Reply(Channel.Shell, request, new ExecuteAborted(count));
            return;
        }
        var isCounted = asked.StoreHistory && !asked.Silent;
        count += isCounted ? 1 : 0;
        if (!asked.Silent)
            postman.Publish(request, "execute_input", new ExecuteInput(asked.Code, count));

        var sink = new KernelSink(postman, request, asked.Silent, asked.AllowStdin ? input : null);
        var cell = isCounted ? $"cell {count}" : $"unnumbered cell {++unnumbered}";
        var result = await session.RunAsync(asked.Code, sink, cell, stop.Token).ConfigureAwait(false);
        var error = ErrorOf(result);
        if (result is CellResult.Value value && !asked.Silent)
            postman.Publish(request, "execute_result", new ExecuteResult(count, Output.ToData(value.Bundle), []));
        if (error is not null && !asked.Silent)
            postman.Publish(request, "error", error);
        if (isCounted)
            history.Add(count, asked.Code, result is CellResult.Value { Bundle: var bundle } ? bundle.GetValueOrDefault("text/plain") as string : null);

        if (error is not null)
        {
            if (asked.StopOnError)
                Volatile.Write(ref abandoned, Volatile.Read(ref arrived));
            postman.Reply(Channel.Shell, request, new ExecuteError(count, error.Ename, error.Evalue, error.Traceback));
            return;
        }
        var answers = await AnswerAsync(request, asked.UserExpressions ?? new Dictionary<string, string>()).ConfigureAwait(false);
        postman.Reply(Channel.Shell, request, new ExecuteReply(count, answers, []));
    }

    public void Dispose() => stop.Dispose();

    private async Task<JsonObject> AnswerAsync(Envelope request, IReadOnlyDictionary<string, string> expressions)
    {
        var answers = new JsonObject();
        foreach (var (name, expression) in expressions)
        {
            var sink = new KernelSink(postman, request, isSilent: true, input: null);
            var result = await session.RunAsync(expression, sink, $"expression {name}", stop.Token).ConfigureAwait(false);
            answers[name] = ErrorOf(result) is { } error
                ? new JsonObject { ["status"] = "error", ["ename"] = error.Ename, ["evalue"] = error.Evalue, ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]) }
                : new JsonObject { ["status"] = "ok", ["data"] = result is CellResult.Value value ? Output.ToData(value.Bundle) : [], ["metadata"] = new JsonObject() };
        }
        return answers;
    }

    private static ErrorShown? ErrorOf(CellResult result) => result switch
    {
        CellResult.Failed { Error: var error } => new ErrorShown(error.Name, error.Message, error.Traceback),
        CellResult.Interrupted => new ErrorShown("Interrupted", "The cell was stopped.", ["Interrupted: the cell was stopped. Variables keep what they had."]),
        _ => null,
    };
}
