using System.Collections.Concurrent;

namespace CnnCourse.Data;

/// <summary>Real garments for scenes: the 10,000 test images of Fashion-MNIST, of four classes that differ in outline.</summary>
internal sealed class Wardrobe
{
    /// <summary>Side of a garment's picture, in pixels.</summary>
    public const int Side = 28;

    private const byte Cloth = 12;

    private static readonly ConcurrentDictionary<string, Wardrobe> open = new();

    private readonly byte[] pixels;
    private readonly int[][] pieces;
    private readonly byte[][] outlines;

    private Wardrobe(string folder)
    {
        (pixels, _) = Idx.Read(Path.Combine(folder, "t10k-images-idx3-ubyte.gz"), axes: 3);
        var (labels, _) = Idx.Read(Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"), axes: 1);
        pieces = [.. Kinds.Select(kind => labels.Index().Where(l => l.Item == kind.Label).Select(l => l.Index).ToArray())];
        outlines = new byte[labels.Length][];
        foreach (var piece in pieces.SelectMany(p => p)) outlines[piece] = Outline(pixels.AsSpan(piece * Side * Side, Side * Side));
    }

    /// <summary>The classes: names and Fashion-MNIST's labels.</summary>
    public static readonly (string Name, int Label)[] Kinds = [("T-shirt", 0), ("trousers", 1), ("sneaker", 7), ("bag", 8)];

    /// <exception cref="MissingDataException">Fashion-MNIST is nowhere to be found; the message says how to get it.</exception>
    public static Wardrobe Open(DataStore store) => open.GetOrAdd(store.Find("fashion-mnist"), folder => new(folder));

    public int Count(int kind) => pieces[kind].Length;

    /// <summary>Cloth's brightness and cover, 0..1, at a point of the picture in pixels, bilinearly; outside there is none.</summary>
    public (float Shade, float Cover) At(int kind, int piece, float x, float y)
    {
        var index = pieces[kind][piece];
        var outline = outlines[index];
        var image = pixels.AsSpan(index * Side * Side, Side * Side);
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (s, t) = (x - left, y - top);
        var (shade, cover) = (0f, 0f);
        for (var corner = 0; corner < 4; corner++)
        {
            var (column, row) = (left + (corner & 1), top + (corner >> 1));
            if ((uint)column >= Side || (uint)row >= Side) continue;
            var weight = ((corner & 1) == 0 ? 1 - s : s) * ((corner >> 1) == 0 ? 1 - t : t);
            var place = row * Side + column;
            cover += weight * outline[place];
            shade += weight * outline[place] * image[place];
        }
        return cover > 0 ? (shade / (255 * cover), cover) : (0, 0);
    }

    // 1 where cloth is or is enclosed by cloth: all that cannot be reached from the border through dark pixels.
    private static byte[] Outline(ReadOnlySpan<byte> image)
    {
        var isOutside = new bool[Side * Side];
        var open = new Stack<int>();
        for (var k = 0; k < Side * Side; k++)
            if (k % Side is 0 or Side - 1 || k / Side is 0 or Side - 1) open.Push(k);
        while (open.TryPop(out var k))
        {
            if (isOutside[k] || image[k] >= Cloth) continue;
            isOutside[k] = true;
            var (row, column) = (k / Side, k % Side);
            if (row > 0) open.Push(k - Side);
            if (row < Side - 1) open.Push(k + Side);
            if (column > 0) open.Push(k - 1);
            if (column < Side - 1) open.Push(k + 1);
        }
        return [.. isOutside.Select(o => (byte)(o ? 0 : 1))];
    }
}
