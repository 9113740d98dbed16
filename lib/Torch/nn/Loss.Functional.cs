using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of a batch.</summary>
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public static partial class functional
        {
            private static readonly Operator crossEntropyOp = new("cross_entropy_loss");
            private static readonly Operator mseLossOp = new("mse_loss");
            private static readonly Operator nllLossOp = new("nll_loss_nd");

            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                crossEntropyOp.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                mseLossOp.Call(input, target, (long)reduction);

            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                nllLossOp.Call(input, target, weight, (long)reduction);
        }
    }
}
