using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>A seeded world of coloured, textured shapes and real garments on backdrops; images, labels, boxes and masks come from one scene graph.</summary>
/// <remarks>Image k depends on the seed and k alone, however many threads draw. Garments are Fashion-MNIST's test images.</remarks>
public static class Scenes
{
    /// <summary>The ten classes: six shapes, four garments.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Shapes.All.Select(s => s.Name), .. Wardrobe.Kinds.Select(k => k.Name)];

    /// <summary>Images of one object each: [count, 3, side, side] in 0..1, all classes equally often.</summary>
    /// <param name="count">Number of images.</param>
    /// <param name="seed">Another seed gives other images: take one for training and another for testing.</param>
    /// <param name="side">Of the images, in pixels.</param>
    /// <param name="store">Where to look for the garments; the usual places if not given.</param>
    /// <exception cref="MissingDataException">Fashion-MNIST is nowhere to be found; the message says how to get it.</exception>
    public static ImageSet Objects(int count, int seed, int side = 32, DataStore? store = null)
    {
        Check(count, side);
        var labels = new long[count];
        for (var k = 0; k < count; k++) labels[k] = k % Classes.Count;
        new Dice((ulong)seed, ulong.MaxValue).Shuffle(labels.AsSpan());
        var (design, renderer) = Studio(side, store);
        var pixels = new float[count * 3L * side * side];
        Parallel.For(0, count, () => new byte[side * side], (k, _, owners) =>
        {
            var dice = new Dice((ulong)seed, (ulong)k);
            renderer.Draw(design.OneObject((int)labels[k], ref dice), Image(pixels, k, side), owners, ref dice);
            return owners;
        }, _ => { });
        return new(tensor(pixels, [count, 3, side, side]), tensor(labels), Classes);
    }

    /// <summary>Images of several objects each, with boxes and masks.</summary>
    /// <param name="count">Number of images.</param>
    /// <param name="seed">Another seed gives other images.</param>
    /// <param name="side">Of the images, in pixels.</param>
    /// <param name="most">An image holds 1 to this many objects.</param>
    /// <param name="smallest">Least radius of an object, a share of the side.</param>
    /// <param name="largest">Greatest radius.</param>
    /// <param name="store">Where to look for the garments; the usual places if not given.</param>
    /// <exception cref="MissingDataException">Fashion-MNIST is nowhere to be found; the message says how to get it.</exception>
    public static SceneSet Create(int count, int seed, int side = 64, int most = 4, double smallest = 0.12, double largest = 0.28, DataStore? store = null)
    {
        Check(count, side);
        if (most is < 1 or > 255) throw new ArgumentOutOfRangeException(nameof(most), $"a scene holds 1 to 255 objects, not {most}");
        if (!(smallest > 0 && smallest <= largest && largest <= 0.5))
            throw new ArgumentException($"radii from {smallest} to {largest} do not fit: they are shares of the side, above 0, at most 0.5, the smallest first", nameof(smallest));
        var (design, renderer) = Studio(side, store);
        var (pixels, owners, graphs) = (new float[count * 3L * side * side], new byte[count][], new Scene[count]);
        Parallel.For(0, count, k =>
        {
            var dice = new Dice((ulong)seed, (ulong)k);
            (graphs[k], owners[k]) = (design.SeveralObjects(most, (float)smallest, (float)largest, ref dice), new byte[side * side]);
            renderer.Draw(graphs[k], Image(pixels, k, side), owners[k], ref dice);
        });
        return new(tensor(pixels, [count, 3, side, side]), [.. graphs.Zip(owners, (graph, owner) => Truth(graph, owner, side))], graphs, Classes);
    }

    private static (SceneDesign, SceneRenderer) Studio(int side, DataStore? store)
    {
        var wardrobe = Wardrobe.Open(store ?? DataStore.Default);
        return (new(wardrobe), new(wardrobe, side));
    }

    private static Span<float> Image(float[] pixels, int k, int side) => pixels.AsSpan(k * 3 * side * side, 3 * side * side);

    // An object that is wholly covered is not there.
    private static SceneTruth Truth(Scene scene, byte[] owners, int side)
    {
        var (labels, boxes, masks) = (new List<long>(), new List<float>(), new List<bool>());
        foreach (var (index, thing) in scene.Objects.Index())
        {
            var (left, top, right, bottom) = (side, side, 0, 0);
            var mask = new bool[side * side];
            foreach (var (place, _) in owners.Index().Where(o => o.Item == index + 1))
            {
                mask[place] = true;
                (left, right) = (Math.Min(left, place % side), Math.Max(right, place % side + 1));
                (top, bottom) = (Math.Min(top, place / side), Math.Max(bottom, place / side + 1));
            }
            if (right == 0) continue;
            labels.Add(thing.Class);
            boxes.AddRange([left, top, right, bottom]);
            masks.AddRange(mask);
        }
        return new(tensor(labels.ToArray()), tensor(boxes.ToArray(), [labels.Count, 4]), tensor(masks.ToArray(), [labels.Count, side, side]));
    }

    private static void Check(int count, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (side < 8) throw new ArgumentOutOfRangeException(nameof(side), $"images of {side} pixels show nothing: take a side of at least 8");
        if (count * 3L * side * side > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(count), $"{count:N0} images of {side}x{side} do not fit into one array: make them in parts, with a seed for each");
    }
}
