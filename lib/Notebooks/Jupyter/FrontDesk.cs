using System.Text.Json;
using System.Threading.Channels;
using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;
using Channel = CnnCourse.Notebooks.Transport.Channel;
using Mail = System.Threading.Channels.Channel;

namespace CnnCourse.Notebooks;

/// <summary>
/// Takes messages in and hands each to whoever answers it. Three queues: cells and what must keep their order; questions from
/// editors, answered while a cell runs; and control, answered whatever happens.
/// </summary>
internal sealed class FrontDesk : IDisposable
{
    private readonly Channel<(Channel From, Envelope Message, long Number)> cells = Mail.CreateUnbounded<(Channel, Envelope, long)>();
    private readonly Channel<(Channel From, Envelope Message, long Number)> questions = Mail.CreateUnbounded<(Channel, Envelope, long)>();
    private readonly Channel<(Channel From, Envelope Message, long Number)> control = Mail.CreateUnbounded<(Channel, Envelope, long)>();
    private readonly CancellationTokenSource ended = new();
    private readonly TextWriter log;
    private readonly KernelOptions options;
    private readonly Signer signer;
    private readonly Session session;
    private readonly Channels channels;
    private readonly Postman postman;
    private readonly InputDesk input;
    private readonly HistoryBook history = new();
    private readonly ExecutionDesk execution;
    private readonly EditingDesk editing;
    private readonly Comms comms;
    private volatile bool isReady;
    private volatile bool isLeaving;

    public FrontDesk(ConnectionInfo connection, SessionOptions sessionOptions, KernelOptions options)
    {
        this.options = options;
        log = options.Log ?? Console.Error;
        signer = new Signer(connection.Key);
        channels = new Channels(connection, Receive);
        session = new Session(sessionOptions);
        postman = new Postman(channels, signer);
        input = new InputDesk(postman);
        execution = new ExecutionDesk(session, postman, input, history);
        editing = new EditingDesk(session);
        comms = new Comms(session, postman);
        isReady = true;
    }

    public async Task ServeAsync(CancellationToken cancellation)
    {
        using var stop = cancellation.Register(ended.Cancel);
        postman.Publish(null, "status", new KernelStatus("starting"));
        _ = WorkAsync(cells.Reader);
        _ = WorkAsync(questions.Reader);
        _ = WorkAsync(control.Reader);
        await Task.Delay(Timeout.Infinite, ended.Token).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
    }

    public void Interrupt() => execution.Interrupt();

    public void Dispose()
    {
        execution.Interrupt();
        channels.Dispose();
        session.Dispose();
        execution.Dispose();
        ended.Dispose();
    }

    /// <summary>Called by the thread of the sockets, so it must be quick and must not throw.</summary>
    private void Receive(Channel from, IReadOnlyList<byte[]> frames)
    {
        SpinWait.SpinUntil(() => isReady);
        if (from == Channel.Iopub)
        {
            if (frames is [[1, .. var topic]])
                postman.Greet(topic);
            return;
        }
        if (Envelope.TryRead(frames, signer, out var reason) is not { } message)
        {
            Log($"dropped a message on {from}: {reason}");
            return;
        }
        if (from == Channel.Stdin)
            Guarded(message, () => input.Deliver(message));
        else if (from == Channel.Control)
            control.Writer.TryWrite((from, message, 0));
        else if (message.Header.MsgType is "complete_request" or "inspect_request" or "is_complete_request" or "kernel_info_request")
            questions.Writer.TryWrite((from, message, 0));
        else
            cells.Writer.TryWrite((from, message, message.Header.MsgType == "execute_request" ? execution.Take() : 0));
    }

    private async Task WorkAsync(ChannelReader<(Channel From, Envelope Message, long Number)> mail)
    {
        await foreach (var (from, message, number) in mail.ReadAllAsync(ended.Token).ConfigureAwait(false))
        {
            postman.Publish(message, "status", new KernelStatus("busy"));
            try
            {
                await AnswerAsync(from, message, number).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                Log($"failed to answer {message.Header.MsgType}: {(failure is JsonException ? failure.Message : failure)}");
                postman.Reply(from, message, new RequestFailed(failure.GetType().Name, failure.Message, [failure.Message]));
            }
            postman.Publish(message, "status", new KernelStatus("idle"));
            if (isLeaving)
                await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(Channel from, Envelope message, long number)
    {
        switch (message.Header.MsgType)
        {
            case "execute_request":
                await execution.RunAsync(message, number).ConfigureAwait(false);
                break;
            case "kernel_info_request":
                postman.Reply(from, message, Introduction());
                break;
            case "complete_request":
                postman.Reply(from, message, await editing.CompleteAsync(message.Read<CompleteRequest>()).ConfigureAwait(false));
                break;
            case "inspect_request":
                postman.Reply(from, message, await editing.InspectAsync(message.Read<InspectRequest>()).ConfigureAwait(false));
                break;
            case "is_complete_request":
                postman.Reply(from, message, EditingDesk.Judge(message.Read<IsCompleteRequest>()));
                break;
            case "history_request":
                postman.Reply(from, message, history.Answer(message.Read<HistoryRequest>()));
                break;
            case "comm_open":
                await comms.OpenAsync(message).ConfigureAwait(false);
                break;
            case "comm_msg":
                await comms.DeliverAsync(message).ConfigureAwait(false);
                break;
            case "comm_close":
                comms.Close(message);
                break;
            case "comm_info_request":
                postman.Reply(from, message, comms.Answer(message.Read<CommInfoRequest>()));
                break;
            case "interrupt_request":
                execution.Interrupt();
                postman.Reply(from, message, new InterruptReply());
                break;
            case "shutdown_request":
                ShutDown(from, message);
                break;
            default:
                Log($"ignored a message of the unknown type \"{message.Header.MsgType}\"");
                break;
        }
    }

    private void ShutDown(Channel from, Envelope message)
    {
        var reply = new ShutdownReply(message.Read<ShutdownRequest>().Restart);
        postman.Reply(from, message, reply);
        postman.Publish(message, "shutdown_reply", reply);
        isLeaving = true;
    }

    private KernelInfoReply Introduction() => new(
        "5.4", Kernel.Name, typeof(Kernel).Assembly.GetName().Version!.ToString(3),
        new LanguageInfo("C#", "14.0", "text/x-csharp", ".cs", "csharp", "text/x-csharp"),
        options.Banner, [new HelpLink("C# language reference", "https://learn.microsoft.com/dotnet/csharp/")]);

    private void Guarded(Envelope message, Action action)
    {
        try
        {
            action();
        }
        catch (JsonException bad)
        {
            Log($"dropped {message.Header.MsgType}: {bad.Message}");
        }
    }

    private void Log(string line)
    {
        lock (log)
            log.WriteLine($"{Kernel.Name}: {line.ReplaceLineEndings(" ")}");
    }
}
