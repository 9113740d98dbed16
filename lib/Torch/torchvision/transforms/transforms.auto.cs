using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>One of 25 learned policies of two operations each (Cubuk et al. 2019).</summary>
        public static ITransform AutoAugment(autoaugment.AutoAugmentPolicy policy = autoaugment.AutoAugmentPolicy.ImageNet,
            InterpolationMode interpolation = InterpolationMode.Nearest, IList<float>? fill = null, Generator? generator = null) =>
            Of(new Augmenter(interpolation, fill, generator).Auto(policy));

        /// <summary>Some operations at one strength (Cubuk et al. 2020).</summary>
        public static ITransform RandAugment(int num_ops = 2, int magnitude = 9, int num_magnitude_bins = 31,
            InterpolationMode interpolation = InterpolationMode.Nearest, IList<float>? fill = null, Generator? generator = null) =>
            Of(new Augmenter(interpolation, fill, generator).Rand(num_ops, magnitude, num_magnitude_bins));

        /// <summary>One operation at a random strength (Müller and Hutter 2021).</summary>
        public static ITransform TrivialAugmentWide(int num_magnitude_bins = 31, InterpolationMode interpolation = InterpolationMode.Nearest,
            IList<float>? fill = null, Generator? generator = null) => Of(new Augmenter(interpolation, fill, generator).Trivial(num_magnitude_bins));

        /// <summary>A weighted mean of several chains of operations (Hendrycks et al. 2020).</summary>
        public static ITransform AugMix(int severity = 3, int mixture_width = 3, int chain_depth = -1, double alpha = 1.0, bool all_ops = true,
            InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null, Generator? generator = null) =>
            severity is >= 1 and <= Augmenter.MixLevels
                ? Of(new Augmenter(interpolation, fill, generator).Mix(severity, mixture_width, chain_depth, alpha, all_ops))
                : throw new ArgumentOutOfRangeException(nameof(severity), severity, $"the severity lies in 1..{Augmenter.MixLevels}");

        private sealed class Augmenter(InterpolationMode interpolation, IList<float>? fill, Generator? generator) : autoaugment
        {
            internal const int MixLevels = 10;
            private const int AutoLevels = 10;

            private static readonly Operator dirichlet = new("_sample_dirichlet");

            internal Func<Tensor, Tensor> Auto(AutoAugmentPolicy policy)
            {
                var policies = Policies(policy);
                return image => InScope(image, x => policies[Draw(policies.Length)].Aggregate(x, (current, step) =>
                    Uniform() <= step.P ? Strike(current, step.Op, At(current, step.Op, step.Magnitude ?? 0, AutoLevels)) : current));
            }

            internal Func<Tensor, Tensor> Rand(int count, int magnitude, int levels) => image => InScope(image, x =>
            {
                for (var k = 0; k < count; k++)
                {
                    var op = Pick(Op.Invert);
                    x = Strike(x, op, At(x, op, magnitude, levels));
                }
                return x;
            });

            internal Func<Tensor, Tensor> Trivial(int levels) => image => InScope(image, x =>
            {
                var op = Pick(Op.Invert);
                return Strike(x, op, Magnitude(op, Draw(levels), levels, 0.99, 32, 32, 135, 0.99, 8, 6));
            });

            internal Func<Tensor, Tensor> Mix(int severity, int width, int depth, double alpha, bool all) => image => InScope(image, x =>
            {
                var share = Dirichlet(alpha, 2);
                var weights = Dirichlet(alpha, width);
                var mix = x.to(float32) * share[0];
                for (var chain = 0; chain < width; chain++)
                {
                    var current = x;
                    for (var left = depth > 0 ? depth : 1 + Draw(3); left > 0; left--)
                    {
                        var op = all ? Pick(Op.Invert, Op.Identity) : Pick(Op.Invert, Op.Identity, Op.Brightness, Op.Color, Op.Contrast, Op.Sharpness);
                        current = Strike(current, op, Magnitude(op, Draw(severity), MixLevels, 0.3, x.size(-1) / 3.0, x.size(-2) / 3.0, 30, 0.9, 4, 4));
                    }
                    mix = mix + current.to(float32) * (weights[chain] * share[1]);
                }
                return mix.to(x.dtype);
            });

            private static (double, bool) At(Tensor image, Op op, int number, int levels) =>
                Magnitude(op, number, levels, 0.3, 150.0 / 331 * image.size(-1), 150.0 / 331 * image.size(-2), 30, 0.9, 8, 4);

            private Tensor Strike(Tensor image, Op op, (double Value, bool IsSigned) magnitude) =>
                Apply(image, op, magnitude.IsSigned && Draw(2) == 1 ? -magnitude.Value : magnitude.Value, interpolation, fill);

            private Op Pick(params Op[] without)
            {
                var ops = Enum.GetValues<Op>().Except(without).ToArray();
                return ops[Draw(ops.Length)];
            }

            private double[] Dirichlet(double alpha, int count) =>
                dirichlet.Call(tensor(Enumerable.Repeat(alpha, count).ToArray()).unsqueeze(0), generator ?? SampleRandom.Generator).reshape([-1]).data<double>().ToArray();

            private int Draw(int count) => Math.Min((int)(Uniform() * count), count - 1);

            private double Uniform()
            {
                if (generator is null) return SampleRandom.NextDouble();
                using var draw = rand([1], float64, generator: generator);
                return draw.item<double>();
            }

            private static Tensor InScope(Tensor image, Func<Tensor, Tensor> function)
            {
                using var scope = NewDisposeScope();
                var result = function(image);
                return ReferenceEquals(result, image) ? image : result.MoveToOuterDisposeScope();
            }
        }
    }
}
