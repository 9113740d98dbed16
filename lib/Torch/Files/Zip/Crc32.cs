using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>The zip format's checksum (reflected polynomial 0xEDB88320), eight bytes a step.</summary>
internal sealed class Crc32
{
    private static readonly uint[] tables = Build();

    private uint state = ~0u;

    internal uint Value => ~state;

    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32();
        crc.Add(bytes);
        return crc.Value;
    }

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        ReadOnlySpan<uint> t = tables;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            var low = crc ^ (uint)word;
            var high = (uint)(word >> 32);
            crc = t[0x700 + (int)(low & 0xff)] ^ t[0x600 + (int)(low >> 8 & 0xff)] ^ t[0x500 + (int)(low >> 16 & 0xff)] ^ t[0x400 + (int)(low >> 24)]
                ^ t[0x300 + (int)(high & 0xff)] ^ t[0x200 + (int)(high >> 8 & 0xff)] ^ t[0x100 + (int)(high >> 16 & 0xff)] ^ t[(int)(high >> 24)];
        }
        foreach (var b in bytes[(bytes.Length & ~7)..]) crc = crc >> 8 ^ t[(int)((crc ^ b) & 0xff)];
        state = crc;
    }

    // Table k holds the checksum of a byte that is followed by k zero bytes.
    private static uint[] Build()
    {
        var t = new uint[8 * 256];
        for (var n = 0; n < t.Length; n++)
        {
            if (n >= 256)
            {
                t[n] = t[n - 256] >> 8 ^ t[t[n - 256] & 0xff];
                continue;
            }
            var c = (uint)n;
            for (var bit = 0; bit < 8; bit++) c = (c & 1) != 0 ? c >> 1 ^ 0xEDB88320 : c >> 1;
            t[n] = c;
        }
        return t;
    }
}
