using CnnCourse.Arithmetic;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>The images, and in them the places, that drive a feature map most (Zeiler and Fergus 2014, Fig. 2: nine for each map).</summary>
public static class StrongestPatches
{
    /// <summary>The strongest place of each image, strongest images first.</summary>
    /// <param name="network">Any tree of modules.</param>
    /// <param name="layer">Path of a layer whose output is [N, C, H, W] or [N, C].</param>
    /// <param name="images">[N, C, H, W], prepared as in training.</param>
    /// <param name="map">The feature map, from 0.</param>
    /// <param name="count">Patches wanted.</param>
    public static IReadOnlyList<Patch> Of(Module<Tensor, Tensor> network, string layer, Tensor images, long map, int count = 9)
    {
        using var scope = NewDisposeScope();
        return In(LayerOutputs.Of(network, layer, images), LayerTable.Of(network, images.shape[1..])[layer].Field, images.shape, map, count);
    }

    /// <summary>The same, from outputs that are there already.</summary>
    /// <param name="outputs">[N, C, H, W] or [N, C].</param>
    /// <param name="field">What a unit of the layer sees.</param>
    /// <param name="images">Shape of the images, [N, C, H, W].</param>
    /// <param name="map">The feature map, from 0.</param>
    /// <param name="count">Patches wanted.</param>
    public static IReadOnlyList<Patch> In(Tensor outputs, Field field, long[] images, long map, int count = 9)
    {
        using var scope = NewDisposeScope();
        var columns = outputs.ndim == 4 ? outputs.shape[3] : 1;
        var flat = outputs.select(1, map).reshape(outputs.shape[0], -1);
        var (values, places) = flat.max(1);
        var (strongest, rows) = values.topk((int)Math.Min(count, values.shape[0]), 0);
        var (answer, row) = (strongest.to(ScalarType.Float64).cpu().data<double>().ToArray(), rows.cpu().data<long>().ToArray());
        var place = places.index_select(0, rows).cpu().data<long>().ToArray();
        return [.. row.Select((r, k) =>
        {
            var (top, height) = Seen(field.Vertical, place[k] / columns, images[2]);
            var (left, width) = Seen(field.Horizontal, place[k] % columns, images[3]);
            return new Patch(r, answer[k], top, left, height, width);
        })];
    }

    private static (long Start, long Length) Seen(ReceptiveField field, long unit, long pixels)
    {
        var start = (long)Math.Floor(field.Start + unit * field.Stride);
        var (first, end) = (Math.Clamp(start, 0, pixels), Math.Clamp(start + (long)field.Size, 0, pixels));
        return (first, end - first);
    }
}
