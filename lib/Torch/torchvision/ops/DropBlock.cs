using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class ops
    {
        /// <summary>Zeroes whole blocks of each map, [N, C, H, W], and scales up what stays (Ghiasi et al. 2018).</summary>
        public static Tensor drop_block2d(Tensor input, double p, long block_size, bool inplace = false, double eps = 1e-6, bool training = true) =>
            DropBlocks(input, 2, p, block_size, inplace, eps, training);

        /// <summary>Zeroes whole blocks of each volume, [N, C, D, H, W], and scales up what stays.</summary>
        public static Tensor drop_block3d(Tensor input, double p, long block_size, bool inplace = false, double eps = 1e-6, bool training = true) =>
            DropBlocks(input, 3, p, block_size, inplace, eps, training);

        public static DropBlock2d DropBlock2d(double p, long block_size, bool inplace = false, double eps = 1e-6) => new(p, block_size, inplace, eps);
        public static DropBlock3d DropBlock3d(double p, long block_size, bool inplace = false, double eps = 1e-6) => new(p, block_size, inplace, eps);

        private static Tensor DropBlocks(Tensor input, int dimensions, double p, long block, bool inplace, double eps, bool training)
        {
            if (p is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(p), p, "a probability lies in 0..1");
            if (input.ndim != dimensions + 2) throw new ArgumentException($"input should be {dimensions + 2} dimensional. Got {input.ndim} dimensions.", nameof(input));
            if (!training || p == 0) return input.alias();

            using var scope = NewDisposeScope();
            var sides = input.shape[2..];
            block = Math.Min(block, sides.Min());
            var corners = Array.ConvertAll(sides, side => side - block + 1);   // where a block may begin
            var chance = p * Product(sides) / (Math.Pow(block, dimensions) * Product(corners));
            var noise = empty([.. input.shape[..2], .. corners], input.dtype, input.device).bernoulli_(chance);
            var (around, each) = (block / 2, Enumerable.Repeat(block, dimensions).ToArray());
            noise = nn.functional.pad(noise, Enumerable.Repeat(around, 2 * dimensions).ToArray(), value: 0);
            var (ones, padding) = (Enumerable.Repeat(1L, dimensions).ToArray(), Enumerable.Repeat(around, dimensions).ToArray());
            noise = 1 - (dimensions == 2 ? nn.functional.max_pool2d(noise, each, ones, padding) : nn.functional.max_pool3d(noise, each, ones, padding));
            var scale = noise.numel() / (eps + noise.sum());
            return (inplace ? input.mul_(noise).mul_(scale) : input * noise * scale).MoveToOuterDisposeScope();
        }

        private static double Product(long[] numbers) => numbers.Aggregate(1.0, (product, n) => product * n);
    }
}
