using System.Runtime.InteropServices;

namespace CnnCourse.Notebooks.Transport;

/// <summary>One socket. All calls from one thread, as libzmq demands.</summary>
internal sealed class ZmqSocket : IDisposable
{
    private const int LargestMessage = 256 << 20;

    public ZmqSocket(nint context, int kind)
    {
        Handle = Zmq.NewSocket(context, kind);
        if (Handle == 0)
            throw new IOException($"libzmq made no socket: {Zmq.LastError()}");
        Set(Zmq.Linger, 1000);
        Set(Zmq.SendHighWaterMark, 0);
        Set(Zmq.ReceiveHighWaterMark, 0);
        _ = Zmq.SetOption(Handle, Zmq.MaxMessageSize, (long)LargestMessage, sizeof(long));
        if (kind == Zmq.Router)
            Set(Zmq.RouterHandover, 1);   // a client that reconnects under its old name is answered
        if (kind == Zmq.XPub)
            Set(Zmq.XPubVerbose, 1);      // every subscriber is heard of, and welcomed
    }

    public nint Handle { get; }

    public void Bind(string endpoint)
    {
        if (Zmq.Bind(Handle, endpoint) != 0)
            throw new IOException($"Cannot listen on {endpoint}: {Zmq.LastError()}. Is another kernel using this connection file?");
    }

    public void Connect(string endpoint)
    {
        if (Zmq.Connect(Handle, endpoint) != 0)
            throw new IOException($"Cannot connect to {endpoint}: {Zmq.LastError()}.");
    }

    /// <summary>Sends a whole message, or nothing when the peer is gone.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
            if (Zmq.Send(Handle, frames[i], (nuint)frames[i].Length, i < frames.Count - 1 ? Zmq.SendMore : 0) < 0)
                return;
    }

    /// <summary>The next message, or null when none has come.</summary>
    public IReadOnlyList<byte[]>? TryReceive()
    {
        List<byte[]> frames = [];
        var frame = new Zmq.Frame();
        do
        {
            _ = Zmq.InitFrame(ref frame);
            if (Zmq.ReceiveFrame(ref frame, Handle, Zmq.DontWait) < 0)
            {
                _ = Zmq.CloseFrame(ref frame);
                return null;
            }
            var bytes = new byte[(int)Zmq.FrameSize(ref frame)];
            Marshal.Copy(Zmq.FrameData(ref frame), bytes, 0, bytes.Length);
            _ = Zmq.CloseFrame(ref frame);
            frames.Add(bytes);
        }
        while (HasMore());
        return frames;
    }

    public void Dispose() => _ = Zmq.Close(Handle);

    private bool HasMore()
    {
        nuint size = sizeof(int);
        return Zmq.GetOption(Handle, Zmq.ReceiveMore, out var more, ref size) == 0 && more != 0;
    }

    private void Set(int option, int value) => _ = Zmq.SetOption(Handle, option, value, sizeof(int));
}
