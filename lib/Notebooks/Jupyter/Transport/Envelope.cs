using System.Text.Json;
using CnnCourse.Notebooks.Protocol;

namespace CnnCourse.Notebooks.Transport;

/// <summary>A message that came: who sent it, its header as it was, and its content.</summary>
internal sealed record Envelope(IReadOnlyList<byte[]> Route, Header Header, byte[] RawHeader, JsonElement Content)
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();

    /// <summary>Reads frames from a client; null with a reason when they are not a signed message.</summary>
    public static Envelope? TryRead(IReadOnlyList<byte[]> frames, Signer signer, out string reason)
    {
        var start = frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(Delimiter)).Count();
        var parts = frames.Skip(start + 1).ToArray();
        if (parts.Length < 5)
        {
            reason = start == frames.Count ? "no delimiter" : $"{parts.Length} parts after the delimiter instead of 5";
            return null;
        }
        if (!signer.IsSigned(parts.AsSpan(1, 4), parts[0]))
        {
            reason = "wrong signature";
            return null;
        }
        try
        {
            reason = "";
            var header = JsonSerializer.Deserialize(parts[1], Wire.Default.Header) ?? throw new JsonException("the header is null");
            var content = JsonElement.Parse(parts[4]);
            return content.ValueKind == JsonValueKind.Object
                ? new Envelope([.. frames.Take(start)], header, parts[1], content)
                : throw new JsonException("the content is no object");
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            reason = $"malformed JSON: {bad.Message}";
            return null;
        }
    }

    /// <exception cref="JsonException">A field is missing or has the wrong type.</exception>
    public T Read<T>() => (T)Content.Deserialize(typeof(T), Wire.Default)!;

    /// <summary>Frames of a message to a client, signed.</summary>
    public static IReadOnlyList<byte[]> Write(IReadOnlyList<byte[]> route, Header header, byte[]? parent, byte[] content, Signer signer)
    {
        byte[][] body = [JsonSerializer.SerializeToUtf8Bytes(header, Wire.Default.Header), parent ?? Empty, Empty, content];
        return [.. route, Delimiter, signer.Sign(body), .. body];
    }
}
