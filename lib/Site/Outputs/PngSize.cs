using System.Buffers.Binary;

namespace CnnCourse.Site;

/// <summary>Width and height from the head of a PNG file.</summary>
internal static class PngSize
{
    private const int Head = 24;

    public static (int Width, int Height)? Read(string base64)
    {
        Span<byte> bytes = stackalloc byte[Head];
        if (base64.Length < Head / 3 * 4 || !Convert.TryFromBase64Chars(base64.AsSpan(0, Head / 3 * 4), bytes, out var count) || count < Head)
            return null;
        return bytes[1..4].SequenceEqual("PNG"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;
    }
}
