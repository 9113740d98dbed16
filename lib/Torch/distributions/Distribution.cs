namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions with batches of parameters, after PyTorch's torch.distributions.</summary>
    public static partial class distributions
    {
        public abstract class Distribution : IDisposable
        {
            protected const double euler_constant = 0.57721566490153286060;   // Euler-Mascheroni

            protected Generator? generator;
            private readonly List<Tensor> held = [];

            protected Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape ?? [], event_shape ?? []);
            }

            protected Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape, event_shape);
            }

            protected void _init(Size? batch_shape = null, Size? event_shape = null)
            {
                this.batch_shape = batch_shape ?? new Size();
                this.event_shape = event_shape ?? new Size();
            }

            /// <summary>Shape of the parameters: one distribution each.</summary>
            public Size batch_shape { get; protected set; }

            /// <summary>Shape of one draw from one distribution.</summary>
            public Size event_shape { get; protected set; }

            public abstract Tensor mean { get; }
            public virtual Tensor mode => throw new NotSupportedException($"{GetType().Name} has no mode here.");
            public abstract Tensor variance { get; }
            public virtual Tensor stddev => Free(() => variance.sqrt());

            /// <summary>Draws without gradients: [sample_shape, batch_shape, event_shape].</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var guard = no_grad();
                return rsample(sample_shape);
            }

            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Draws through which gradients reach the parameters, where the distribution allows it.</summary>
            public abstract Tensor rsample(params long[] sample_shape);

            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>Logarithm of the density or probability at a value.</summary>
            public abstract Tensor log_prob(Tensor value);

            public abstract Tensor entropy();

            /// <summary>The same distribution with parameters repeated to a batch shape.</summary>
            public abstract Distribution expand(Size batch_shape, Distribution? instance = null);

            public virtual Tensor cdf(Tensor value) => throw new NotSupportedException($"{GetType().Name} has no cdf here.");
            public virtual Tensor icdf(Tensor value) => throw new NotSupportedException($"{GetType().Name} has no inverse cdf here.");
            public virtual Tensor enumerate_support(bool expand = true) => throw new NotSupportedException($"{GetType().Name} has no finite support.");
            public virtual Tensor perplexity() => Free(() => entropy().exp());

            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape.Shape, .. event_shape.Shape];

            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? logits.sigmoid() : nn.functional.softmax(logits, -1);

            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false) => Free(() =>
            {
                var clamped = ClampProbs(probs);
                return isBinary ? clamped.log() - (-clamped).log1p() : clamped.log();
            });

            protected Tensor ClampProbs(Tensor probs)
            {
                var eps = finfo(probs.dtype).eps;
                return probs.clamp(eps, 1 - eps);
            }

            protected Tensor ClampByZero(Tensor x) => Free(() => (x.clamp_min(0) + x - x.clamp_max(0)) / 2);

            /// <summary>Runs a formula in a scope of its own.</summary>
            private protected static Tensor Free(Func<Tensor> formula) => WrappedTensorDisposeScope(formula);

            /// <summary>Keeps parameters, expanded to one shape, until this distribution is disposed.</summary>
            private protected Tensor[] Keep(params Tensor[] parameters)
            {
                using var scope = NewDisposeScope();
                var kept = broadcast_tensors(parameters).Select(t => t.alias().DetachFromDisposeScope()).ToArray();
                held.AddRange(kept);
                return kept;
            }

            private protected Tensor Own(Tensor tensor)
            {
                held.Add(tensor.DetachFromDisposeScope());
                return tensor;
            }

            private protected T Own<T>(T part) where T : Distribution
            {
                parts.Add(part);
                return part;
            }

            /// <summary>The one of the two that is there, and whether it is the probabilities.</summary>
            private protected static (Tensor Given, bool AreProbs) OneOf(Tensor? probs, Tensor? logits) => probs is null != logits is null
                ? ((probs ?? logits)!, probs is not null)
                : throw new ArgumentException("Give either probs or logits, and not both.");

            /// <summary>Probabilities of one or of many outcomes, given as such or as logits; the other form is computed when asked for.</summary>
            private protected sealed class Chances(Distribution owner, Tensor given, bool areProbs, bool binary)
            {
                internal Tensor Given => given;
                internal Tensor Probs => areProbs ? given : owner.LogitsToProbs(given, binary);
                internal Tensor Logits => areProbs ? owner.ProbsToLogits(given, binary) : given;

                /// <summary>Logits whose exponentials sum to one.</summary>
                internal Tensor LogProbs => areProbs ? Logits : given - given.logsumexp(-1, keepdim: true);

                /// <summary>Makes a distribution of the same chances for a larger batch.</summary>
                internal Distribution Expanded(Size batch_shape, Func<Tensor?, Tensor?, Distribution> make)
                {
                    var expanded = given.expand(binary ? batch_shape.Shape : [.. batch_shape.Shape, given.shape[^1]]);
                    return areProbs ? make(expanded, null) : make(null, expanded);
                }
            }

            private readonly List<Distribution> parts = [];

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                held.ForEach(t => t.Dispose());
                parts.ForEach(part => part.Dispose());
            }
        }
    }
}
