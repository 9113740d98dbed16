using System.Globalization;
using CnnCourse.Data;
using CnnCourse.Plots;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

public static partial class Draw
{
    /// <summary>The first scenes of a set with their boxes, and with their masks if asked for.</summary>
    public static Figure Scenes(SceneSet set, int count = 12, bool hasMasks = false)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var scope = NewDisposeScope();
        var tiles = Enumerable.Range(0, (int)Math.Min(count, set.Count)).Select(k =>
        {
            var (picture, truth) = (Pictures.Of(set.Images[k]), set.Truths[k]);
            return new Tile(hasMasks ? picture.WithMask(Labelled(truth), 0.6) : picture) { Boxes = Boxes(truth, set.Classes) };
        });
        var objects = set.Truths.Take(count).Sum(t => t.Labels.shape[0]);
        return Plot.ImageGrid(tiles, columns: 4, tileSize: 180)
            .WithTitle("Scenes and what is known of them")
            .WithCaption($"{objects} objects in {Math.Min(count, set.Count)} scenes: a box is the extent of what is seen of its object{(hasMasks ? ", a tint its mask" : "")}.");
    }

    /// <summary>The first images with their true boxes, dashed, and those a network gives, solid; one of each to an image.</summary>
    /// <param name="images">[N, C, H, W] in 0..1.</param>
    /// <param name="truth">[N, 4] x1, y1, x2, y2 in pixels.</param>
    /// <param name="predicted">[N, 4], likewise.</param>
    /// <param name="count">Images to show.</param>
    public static Figure Localisations(Tensor images, Tensor truth, Tensor predicted, int count = 10)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var (dashed, solid) = (truth.Doubles().Chunk(4).ToArray(), predicted.Doubles().Chunk(4).ToArray());
        static Box Edge(double[] box, bool isTrue) => new(box[0], box[1], box[2], box[3]) { IsDashed = isTrue, Color = Palette.At(isTrue ? 2 : 1) };
        var tiles = Enumerable.Range(0, (int)Math.Min(count, images.shape[0]))
            .Select(k => new Tile(Pictures.Of(images[k])) { Boxes = [Edge(dashed[k], true), Edge(solid[k], false)] });
        return Plot.ImageGrid(tiles, columns: 5, tileSize: 128)
            .WithTitle("Boxes by regression")
            .WithCaption("Dashed the true box, solid the network's.");
    }

    /// <summary>One image and what random changes make of it.</summary>
    /// <param name="image">[C, H, W] in 0..1.</param>
    /// <param name="augment">One of <see cref="Augment"/>'s.</param>
    /// <param name="name">What it does, for the title.</param>
    /// <param name="count">Changed images to show.</param>
    /// <param name="seed">Decides them.</param>
    public static Figure Augmented(Tensor image, Func<Tensor, Generator, Tensor> augment, string name, int count = 15, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(augment);
        using var scope = NewDisposeScope();
        using var random = new Generator(seed, image.device);
        var changed = augment(image.unsqueeze(0).expand(count, -1, -1, -1), random);
        var tiles = Enumerable.Range(0, count).Select(k => new Tile(Pictures.Of(changed[k].clamp(0, 1)))).Prepend(new Tile(Pictures.Of(image), "before"));
        return Plot.ImageGrid(tiles, columns: 8)
            .WithTitle(name)
            .WithCaption(string.Create(CultureInfo.InvariantCulture, $"The image as it is, then {count} draws of the random change; to the network they all have the same label."));
    }

    // 1 + the label where an object is seen, 0 elsewhere.
    private static int[,] Labelled(SceneTruth truth)
    {
        var (height, width) = (truth.Masks.shape[1], truth.Masks.shape[2]);
        var labels = (truth.Masks.to(ScalarType.Int32) * (truth.Labels.to(ScalarType.Int32) + 1).reshape(-1, 1, 1)).sum([0], type: ScalarType.Int32).cpu();
        var result = new int[height, width];
        Buffer.BlockCopy(labels.data<int>().ToArray(), 0, result, 0, result.Length * sizeof(int));
        return result;
    }

    private static Box[] Boxes(SceneTruth truth, IReadOnlyList<string> classes)
    {
        var labels = truth.Labels.cpu().data<long>().ToArray();
        return [.. truth.Boxes.cpu().data<float>().ToArray().Chunk(4).Zip(labels, (box, label) => new Box(box[0], box[1], box[2], box[3], classes[(int)label]) { Color = Palette.At((int)label) })];
    }
}
