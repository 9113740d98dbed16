using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks;

/// <summary>What clients may open a <see cref="Comm"/> to. Cells and hosts register targets; others are declined.</summary>
public sealed class Comms
{
    private static readonly ConcurrentDictionary<string, Action<Comm, JsonObject>> Targets = new();
    private readonly ConcurrentDictionary<string, Comm> open = new();
    private readonly Session session;
    private readonly Postman postman;

    internal Comms(Session session, Postman postman) => (this.session, this.postman) = (session, postman);

    /// <param name="opened">Called on the cells' thread with the new line and what the client sent along.</param>
    public static void Register(string target, Action<Comm, JsonObject> opened) => Targets[target] = opened;

    internal async Task OpenAsync(Envelope request)
    {
        var asked = request.Read<CommOpen>();
        if (!Targets.TryGetValue(asked.TargetName, out var opened))
        {
            postman.Publish(request, "comm_close", new CommClose(asked.CommId, []));
            return;
        }
        var comm = new Comm(asked.CommId, asked.TargetName, postman) { Cause = request };
        open[asked.CommId] = comm;
        await CallAsync(request, () => opened(comm, asked.Data ?? [])).ConfigureAwait(false);
    }

    internal async Task DeliverAsync(Envelope request)
    {
        var asked = request.Read<CommMsg>();
        if (!open.TryGetValue(asked.CommId, out var comm) || comm.Received is not { } received)
            return;
        comm.Cause = request;
        await CallAsync(request, () => received(asked.Data ?? [])).ConfigureAwait(false);
    }

    internal void Close(Envelope request) => open.TryRemove(request.Read<CommClose>().CommId, out _);

    internal CommInfoReply Answer(CommInfoRequest asked) => new(open.Values
        .Where(comm => asked.TargetName is null || comm.Target == asked.TargetName)
        .ToDictionary(comm => comm.Id, comm => new CommTarget(comm.Target)));

    private async Task CallAsync(Envelope request, Action action)
    {
        var result = await session.RunAsync(action, new KernelSink(postman, request, isSilent: false, input: null)).ConfigureAwait(false);
        if (result is CellResult.Failed { Error: var error })
            postman.Publish(request, "error", new ErrorShown(error.Name, error.Message, error.Traceback));
    }
}
