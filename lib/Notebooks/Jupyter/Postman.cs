using System.Globalization;
using System.Text;
using System.Text.Json;
using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks;

/// <summary>Signs and sends what the kernel has to say.</summary>
internal sealed class Postman(Channels channels, Signer signer)
{
    private readonly string session = Guid.NewGuid().ToString("N");
    private long count;

    /// <summary>Answers whoever sent the request, on the channel it came by.</summary>
    public void Reply(Channel channel, Envelope request, object content) =>
        Send(channel, request.Route, request.Header.MsgType.Replace("_request", "_reply", StringComparison.Ordinal), content, request.RawHeader);

    /// <summary>Asks whoever sent the request.</summary>
    public void Ask(Channel channel, Envelope request, string type, object content) =>
        Send(channel, request.Route, type, content, request.RawHeader);

    /// <summary>Tells all clients, as a consequence of a request or of none.</summary>
    public void Publish(Envelope? cause, string type, object content) =>
        Send(Channel.Iopub, [Encoding.UTF8.GetBytes($"kernel.{session}.{type}")], type, content, cause?.RawHeader);

    /// <summary>Tells a new subscriber that it is connected and will miss nothing from here on.</summary>
    public void Greet(byte[] topic) =>
        Send(Channel.Iopub, [topic], "iopub_welcome", new Welcome(Encoding.UTF8.GetString(topic)), null);

    private void Send(Channel channel, IReadOnlyList<byte[]> route, string type, object content, byte[]? parent)
    {
        var header = new Header(
            $"{session}_{Interlocked.Increment(ref count)}", type, session, "kernel", DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        var body = JsonSerializer.SerializeToUtf8Bytes(content, content.GetType(), Wire.Default);
        channels.Send(channel, Envelope.Write(route, header, parent, body, signer));
    }
}
