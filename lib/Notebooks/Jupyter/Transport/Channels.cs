namespace CnnCourse.Notebooks.Transport;

internal enum Channel { Shell, Control, Stdin, Iopub }

/// <summary>
/// The kernel's five sockets, all owned by one thread. Other threads leave what is to be sent in a queue and wake it,
/// so frames of two messages cannot interleave and the heartbeat beats while a cell runs.
/// </summary>
internal sealed class Channels : IDisposable
{
    private readonly nint context;
    private readonly ZmqSocket[] sockets;
    private readonly ZmqSocket heartbeat;
    private readonly ZmqSocket bell;
    private readonly ZmqSocket ringer;
    private readonly Lock gate = new();
    private readonly Queue<(Channel, IReadOnlyList<byte[]>)> outgoing = [];
    private readonly Action<Channel, IReadOnlyList<byte[]>> received;
    private readonly Thread thread;
    private bool isRung;
    private bool isEnding;

    public Channels(ConnectionInfo connection, Action<Channel, IReadOnlyList<byte[]>> received)
    {
        this.received = received;
        context = OpenLibrary();
        sockets = [new(context, Zmq.Router), new(context, Zmq.Router), new(context, Zmq.Router), new(context, Zmq.XPub)];
        heartbeat = new ZmqSocket(context, Zmq.Rep);
        bell = new ZmqSocket(context, Zmq.Pair);
        ringer = new ZmqSocket(context, Zmq.Pair);
        sockets[(int)Channel.Shell].Bind(connection.Endpoint(connection.ShellPort));
        sockets[(int)Channel.Control].Bind(connection.Endpoint(connection.ControlPort));
        sockets[(int)Channel.Stdin].Bind(connection.Endpoint(connection.StdinPort));
        sockets[(int)Channel.Iopub].Bind(connection.Endpoint(connection.IopubPort));
        heartbeat.Bind(connection.Endpoint(connection.HbPort));
        bell.Bind("inproc://bell");
        ringer.Connect("inproc://bell");
        thread = new Thread(Loop) { IsBackground = true, Name = "sockets" };
        thread.Start();
    }

    public void Send(Channel channel, IReadOnlyList<byte[]> frames)
    {
        lock (gate)
        {
            if (isEnding)
                return;
            outgoing.Enqueue((channel, frames));
            Ring();
        }
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isEnding = true;
            Ring();
        }
        thread.Join();
    }

    private static nint OpenLibrary()
    {
        try
        {
            return Zmq.NewContext();
        }
        catch (DllNotFoundException)
        {
            throw new IOException("The kernel needs ZeroMQ. Install it with: apt-get install libzmq5");
        }
    }

    private void Ring()
    {
        if (isRung)
            return;
        isRung = true;
        ringer.Send([[]]);
    }

    private void Loop()
    {
        ZmqSocket[] heard = [.. sockets, heartbeat, bell];
        var items = heard.Select(socket => new Zmq.PollItem { Socket = socket.Handle, Events = Zmq.PollIn }).ToArray();
        while (SendQueued())
        {
            _ = Zmq.Poll(items, items.Length, -1);
            for (var i = 0; i < sockets.Length; i++)
                while (items[i].Ready != 0 && heard[i].TryReceive() is { } frames)
                    received((Channel)i, frames);
            if (items[sockets.Length].Ready != 0 && heartbeat.TryReceive() is { } beat)
                heartbeat.Send(beat);
        }
        foreach (var socket in (ZmqSocket[])[.. sockets, heartbeat, bell, ringer])
            socket.Dispose();
        _ = Zmq.EndContext(context);
    }

    /// <summary>False when there is nothing more to come.</summary>
    private bool SendQueued()
    {
        lock (gate)
        {
            while (isRung && bell.TryReceive() is not null)
            {
            }
            isRung = false;
            while (outgoing.TryDequeue(out var next))
                sockets[(int)next.Item1].Send(next.Item2);
            return !isEnding;
        }
    }
}
