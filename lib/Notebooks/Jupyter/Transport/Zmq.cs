using System.Runtime.InteropServices;

namespace CnnCourse.Notebooks.Transport;

/// <summary>The functions of libzmq that a kernel needs, as libzmq declares them.</summary>
internal static partial class Zmq
{
    public const int Pair = 0, Rep = 4, Router = 6, XPub = 9;
    public const int DontWait = 1, SendMore = 2;
    public const int ReceiveMore = 13, Linger = 17, SendHighWaterMark = 23, ReceiveHighWaterMark = 24, MaxMessageSize = 22, XPubVerbose = 40, RouterHandover = 56;
    public const short PollIn = 1;
    private const string Library = "libzmq.so.5";

    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int File;
        public short Events;
        public short Ready;
    }

    /// <summary>zmq_msg_t: 64 bytes that only libzmq looks into.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Frame
    {
        private readonly long first;
    }

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term")]
    public static partial int EndContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket")]
    public static partial nint NewSocket(nint context, int kind);

    [LibraryImport(Library, EntryPoint = "zmq_close")]
    public static partial int Close(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_bind", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_connect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Connect(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt")]
    public static partial int SetOption(nint socket, int option, in int value, nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt")]
    public static partial int SetOption(nint socket, int option, in long value, nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_getsockopt")]
    public static partial int GetOption(nint socket, int option, out int value, ref nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_send")]
    public static partial int Send(nint socket, ReadOnlySpan<byte> bytes, nuint size, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    public static partial int InitFrame(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv")]
    public static partial int ReceiveFrame(ref Frame frame, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static partial nint FrameData(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_size")]
    public static partial nuint FrameSize(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int CloseFrame(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_poll")]
    public static partial int Poll([In, Out] PollItem[] items, int count, nint milliseconds);

    [LibraryImport(Library, EntryPoint = "zmq_errno")]
    public static partial int Error();

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    private static partial nint ErrorText(int error);

    public static string LastError() => Marshal.PtrToStringUTF8(ErrorText(Error())) ?? "unknown error";
}
