using CnnCourse.Torch;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp;

public static partial class torchvision
{
    // Random transforms draw from torch's generator; in a data loader, from the sample's own.
    public static partial class transforms
    {
        /// <summary>Applies a transform with a probability.</summary>
        public static ITransform Randomize(ITransform transform, double p = 0.1) => Of(x => SampleRandom.NextDouble() < p ? transform.call(x) : x);

        public static ITransform RandomApply(ITransform[] transforms, double p = 0.5) => Randomize(Compose(transforms), p);
        public static ITransform RandomPosterize(int bits, double p = 0.5) => Randomize(Posterize(bits), p);
        public static ITransform Equalize(double p = 0.5) => Randomize(Equalize(), p);
        public static ITransform RandomSolarize(double threshold, double p = 0.5) => Randomize(Solarize(threshold), p);
        public static ITransform RandomVerticalFlip(double p = 0.5) => Randomize(VerticalFlip(), p);
        public static ITransform RandomHorizontalFlip(double p = 0.5) => Randomize(HorizontalFlip(), p);
        public static ITransform RandomGrayscale(double p = 0.1) => Randomize(Grayscale(3), p);
        public static ITransform RandomAdjustSharpness(double sharpness, double p = 0.5) => Randomize(AdjustSharpness(sharpness), p);
        public static ITransform RandomAutoContrast(double p = 0.5) => Randomize(AutoContrast(), p);
        public static ITransform RandomInvert(double p = 0.5) => Randomize(Invert(), p);

        public static ITransform RandomChoice(params ITransform[] transforms) => Of(x => transforms[SampleRandom.Next(transforms.Length)].call(x));

        public static ITransform RandomChoice(Generator generator, params ITransform[] transforms) => Of(x =>
        {
            using var draw = randint(0, transforms.Length, [1], generator: generator);
            return transforms[draw.ToInt32()].call(x);
        });

        public static ITransform RandomOrder(params ITransform[] transforms) => Of(x =>
            Chain(transforms.Select(t => (Key: SampleRandom.NextDouble(), Transform: t)).OrderBy(t => t.Key).Select(t => t.Transform), x));

        public static ITransform RandomRotation(double degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float>? fill = null) =>
            RandomRotation((-degrees, degrees), interpolation, expand, center, fill);

        public static ITransform RandomRotation((double, double) degrees, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float>? fill = null) =>
            Of(x => F.rotate(x, (float)Uniform(degrees.Item1, degrees.Item2), interpolation, expand, center, fill));

        public static ITransform RandomPerspective(double distortion = 0.5, double p = 0.5) => Randomize(Of(x =>
        {
            var (w, h) = ((int)x.size(-1), (int)x.size(-2));
            int Near(int size) => SampleRandom.Next((int)(distortion * (size / 2)) + 1);
            int Far(int size) => size - 1 - Near(size);
            IList<IList<int>> start = [[0, 0], [w - 1, 0], [w - 1, h - 1], [0, h - 1]];
            IList<IList<int>> end = [[Near(w), Near(h)], [Far(w), Near(h)], [Far(w), Far(h)], [Near(w), Far(h)]];
            return F.perspective(x, start, end);
        }), p);

        public static ITransform RandomResizedCrop(int size, double scaleMin = 0.08, double scaleMax = 1.0, double ratioMin = 0.75, double ratioMax = 1.3333333333333) =>
            RandomResizedCrop(size, size, scaleMin, scaleMax, ratioMin, ratioMax);

        /// <summary>A part with random area and aspect ratio (Szegedy et al. 2015, section 6), at a new size.</summary>
        public static ITransform RandomResizedCrop(int height, int width, double scaleMin = 0.08, double scaleMax = 1.0, double ratioMin = 0.75, double ratioMax = 1.3333333333333) => Of(x =>
        {
            var (h, w) = ((int)x.size(-2), (int)x.size(-1));
            for (var attempt = 0; attempt < 10; attempt++)
            {
                var area = h * w * Uniform(scaleMin, scaleMax);
                var ratio = Math.Exp(Uniform(Math.Log(ratioMin), Math.Log(ratioMax)));
                var (ch, cw) = ((int)Math.Round(Math.Sqrt(area / ratio)), (int)Math.Round(Math.Sqrt(area * ratio)));
                if (ch < 1 || cw < 1 || ch > h || cw > w) continue;
                return F.resized_crop(x, SampleRandom.Next(h - ch + 1), SampleRandom.Next(w - cw + 1), ch, cw, height, width);
            }
            var (bh, bw) = ((int)Math.Min(h, Math.Round(w / ratioMin)), (int)Math.Min(w, Math.Round(h * ratioMax)));
            return F.resized_crop(x, (h - bh) / 2, (w - bw) / 2, bh, bw, height, width);
        });

        public static ITransform ColorJitter(float brightness = 0, float contrast = 0, float saturation = 0, float hue = 0) =>
            ColorJitter((MathF.Max(0, 1 - brightness), 1 + brightness), (MathF.Max(0, 1 - contrast), 1 + contrast), (MathF.Max(0, 1 - saturation), 1 + saturation), (-hue, hue));

        public static ITransform ColorJitter((float, float) brightness, (float, float) contrast, (float, float) saturation, (float, float) hue) => Of(x => Chain(
        [
            AdjustBrightness(Uniform(brightness.Item1, brightness.Item2)), AdjustContrast(Uniform(contrast.Item1, contrast.Item2)),
            AdjustSaturation(Uniform(saturation.Item1, saturation.Item2)), AdjustHue(Uniform(hue.Item1, hue.Item2)),
        ], x));
    }
}
