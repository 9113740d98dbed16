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
            private static readonly Operator nllLossOp = new("nll_loss_nd");
            private static readonly Operator mseLossOp = new("mse_loss");
            private static readonly Operator l1LossOp = new("l1_loss");
            private static readonly Operator smoothL1LossOp = new("smooth_l1_loss");
            private static readonly Operator huberLossOp = new("huber_loss");
            private static readonly Operator binaryCrossEntropyOp = new("binary_cross_entropy");
            private static readonly Operator binaryCrossEntropyWithLogitsOp = new("binary_cross_entropy_with_logits");
            private static readonly Operator klDivOp = new("kl_div");
            private static readonly Operator poissonNllLossOp = new("poisson_nll_loss");
            private static readonly Operator ctcLossOp = new("ctc_loss", "Tensor");
            private static readonly Operator cosineEmbeddingLossOp = new("cosine_embedding_loss");
            private static readonly Operator hingeEmbeddingLossOp = new("hinge_embedding_loss");
            private static readonly Operator marginRankingLossOp = new("margin_ranking_loss");
            private static readonly Operator multiMarginLossOp = new("multi_margin_loss");
            private static readonly Operator multiLabelMarginLossOp = new("multilabel_margin_loss");
            private static readonly Operator softMarginLossOp = new("soft_margin_loss");
            private static readonly Operator tripletMarginLossOp = new("triplet_margin_loss");

            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                crossEntropyOp.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                nllLossOp.Call(input, target, weight, (long)reduction);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => mseLossOp.Call(input, target, (long)reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => l1LossOp.Call(input, target, (long)reduction);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                smoothL1LossOp.Call(input, target, (long)reduction, beta);

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                huberLossOp.Call(input, target, (long)reduction, delta);

            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                binaryCrossEntropyOp.Call(input, target, weight, (long)reduction);

            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                binaryCrossEntropyWithLogitsOp.Call(input, target, weight, pos_weights, (long)reduction);

            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                klDivOp.Call(input, target, (long)reduction, log_target);

            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                poissonNllLossOp.Call(input, target, log_input, full, (double)eps, (long)reduction);

            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                ctcLossOp.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                cosineEmbeddingLossOp.Call(input1, input2, target, margin, (long)reduction);

            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                hingeEmbeddingLossOp.Call(input, target, margin, (long)reduction);

            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                marginRankingLossOp.Call(input1, input2, target, margin, (long)reduction);

            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                multiMarginLossOp.Call(input, target, p, margin, weight, (long)reduction);

            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                multiLabelMarginLossOp.Call(input, target, (long)reduction);

            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input));
                if (weight is not null) loss = loss * weight;
                return Reduced(loss.mean([-1]), reduction).MoveToOuterDisposeScope();
            }

            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => softMarginLossOp.Call(input, target, (long)reduction);

            /// <summary>-log of the normal density, up to a constant unless <paramref name="full"/>.</summary>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var shape = input.shape;
                var spread = variance.shape;
                if (!spread.AsSpan().SequenceEqual(shape))
                {
                    if (spread.AsSpan().SequenceEqual(shape.AsSpan(0, shape.Length - 1))) variance = variance.unsqueeze(-1);
                    else if (spread.Length != shape.Length || spread[^1] != 1) throw new ArgumentException("variance has the wrong shape");
                }
                if (variance.lt(0).any().item<bool>()) throw new ArgumentException("variance has negative entry/entries");
                Tensor floor;
                using (no_grad()) floor = variance.detach().clamp_min((double)eps) - variance.detach();
                variance = variance + floor;   // clamped in value only: the gradient flows as if it were not
                var loss = 0.5 * (variance.log() + (input - target).square() / variance);
                if (full) loss = loss + 0.5 * Math.Log(2 * Math.PI);
                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                tripletMarginLossOp.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                distance ??= (x, y) => pairwise_distance(x, y);
                using var scope = NewDisposeScope();
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap) far = minimum(far, distance(positive, negative));
                return Reduced((margin + near - far).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }

            private static Tensor Reduced(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };
        }
    }
}
