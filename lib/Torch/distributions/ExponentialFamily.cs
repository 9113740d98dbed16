namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Densities h(x) exp(θ·t(x) - F(θ)); the entropy follows from F by its gradient.</summary>
        public abstract class ExponentialFamily : Distribution
        {
            protected ExponentialFamily(Generator? generator) : base(generator)
            {
            }

            protected abstract IList<Tensor> NaturalParams { get; }
            protected virtual Tensor LogNormalizer(params Tensor[] parameters) => throw new NotSupportedException($"{GetType().Name} has no log normaliser here.");
            protected abstract Tensor MeanCarrierMeasure { get; }

            public override Tensor entropy() => Free(() =>
            {
                using var grad = enable_grad();
                var parameters = NaturalParams.Select(p => p.detach().requires_grad_()).ToArray();
                var normalizer = LogNormalizer(parameters);
                var gradients = autograd.grad([normalizer.sum()], parameters, create_graph: true);
                var result = normalizer - MeanCarrierMeasure;
                foreach (var (p, g) in parameters.Zip(gradients)) result = result - (p * g).reshape(batch_shape.Shape.Length == 0 ? [-1] : [.. batch_shape.Shape, -1]).sum(-1);
                return result.reshape(batch_shape.Shape);
            });
        }
    }
}
