using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class ops
    {
        public static StochasticDepth StochasticDepth(double p, StochasticDepth.Mode mode) => new(p, mode);

        /// <summary>Zeroes the whole input, or each of its rows, with probability p, and divides what stays by 1 - p (Huang et al. 2016).</summary>
        public static Tensor stochastic_depth(Tensor input, double p, StochasticDepth.Mode mode, bool training = true)
        {
            if (p is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(p), p, "a probability lies in 0..1");
            if (!training || p == 0) return input.alias();
            using var scope = NewDisposeScope();
            var size = Enumerable.Repeat(1L, (int)input.ndim).ToArray();
            if (mode == torchvision.StochasticDepth.Mode.Row) size[0] = input.shape[0];
            var noise = empty(size, input.dtype, input.device).bernoulli_(1 - p);
            if (p < 1) noise = noise.div(1 - p);
            return (input * noise).MoveToOuterDisposeScope();
        }
    }

    public class StochasticDepth(double p, StochasticDepth.Mode mode) : nn.Module<Tensor, Tensor>(nameof(StochasticDepth))
    {
        public enum Mode
        {
            Batch,
            Row,
        }

        public override Tensor forward(Tensor input) => ops.stochastic_depth(input, p, mode, training);
    }
}
