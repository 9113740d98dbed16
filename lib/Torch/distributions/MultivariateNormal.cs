using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The bell curve in K dimensions; give one of covariance, precision or Cholesky factor: [..., K, K].</summary>
public class MultivariateNormal : distributions.Distribution
{
    private readonly Tensor loc, factor;

    public MultivariateNormal(Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null) : base(generator)
    {
        if (new[] { covariance_matrix, precision_matrix, scale_tril }.Count(m => m is not null) != 1)
            throw new ArgumentException("Give exactly one of covariance_matrix, precision_matrix and scale_tril.");
        using var scope = NewDisposeScope();
        var lower = scale_tril ?? linalg.cholesky(covariance_matrix ?? linalg.inv(precision_matrix!));
        var batch = broadcast_tensors(loc.unsqueeze(-1), lower)[0].shape[..^2];
        var k = loc.shape[^1];
        this.loc = Own(loc.expand([.. batch, k]).alias());
        factor = Own(lower.expand([.. batch, k, k]).alias());
        (batch_shape, event_shape) = (batch, new[] { k });
    }

    public Tensor scale_tril => factor;
    public Tensor covariance_matrix => Free(() => factor.matmul(factor.mT));
    public Tensor precision_matrix => Free(() => linalg.inv(factor.matmul(factor.mT)));
    public override Tensor mean => loc;
    public override Tensor mode => loc;
    public override Tensor variance => Free(() => factor.pow(2).sum(-1));

    public override Tensor rsample(params long[] sample_shape) => Free(() =>
        loc + factor.matmul(empty(ExtendedShape(sample_shape), loc.dtype, loc.device).normal_(generator: generator).unsqueeze(-1)).squeeze(-1));

    public override Tensor log_prob(Tensor value) => Free(() =>
    {
        var distance = linalg.solve_triangular(factor, (value - loc).unsqueeze(-1), upper: false).squeeze(-1).pow(2).sum(-1);
        return -0.5 * (loc.shape[^1] * Math.Log(2 * Math.PI) + distance) - HalfLogDeterminant;
    });

    public override Tensor entropy() => Free(() => 0.5 * loc.shape[^1] * (1 + Math.Log(2 * Math.PI)) + HalfLogDeterminant);

    private Tensor HalfLogDeterminant => factor.diagonal(dim1: -2, dim2: -1).log().sum(-1);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new MultivariateNormal(loc.expand([.. batch_shape.Shape, loc.shape[^1]]), scale_tril: factor.expand([.. batch_shape.Shape, loc.shape[^1], loc.shape[^1]]), generator: generator);
}
