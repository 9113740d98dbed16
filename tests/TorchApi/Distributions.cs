using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.distributions.</summary>
public class Distributions
{
    [Fact]
    public void Distributions_draw_and_know_their_densities()
    {
        using var scope = NewDisposeScope();
        var (a, b, p) = (full(3, 1.5f), full(3, 2f), full(3, 0.3f));
        Distribution[] all =
        [
            Normal(a, b), Normal(0.0f), Uniform(a, a + b), Laplace(a, b), Cauchy(a, b), Gumbel(a, b), LogNormal(a, b), Pareto(a, b), Weibull(a, b), Kumaraswamy(a, b), HalfNormal(a), HalfCauchy(a), Exponential(a), Poisson(a), Gamma(a, b), Chi2(a), Beta(a, b),
            FisherSnedecor(a, b), Bernoulli(p), Bernoulli(logits: a), Geometric(p), Binomial(b, p), NegativeBinomial(b, p), Independent(Normal(a, b), 1), MultivariateNormal(a, eye(3)), LogitRelaxedBernoulli(tensor(0.5f), p), RelaxedBernoulli(tensor(0.5f), p), Dirichlet(a), OneHotCategorical(p),
        ];
        foreach (var d in all)
        {
            var draws = d.sample(7);
            Assert.Equal(7, draws.shape[0]);
            Assert.Equal(7, d.log_prob(draws).shape[0]);
        }
        Assert.Equal([7, 3], Multinomial(4, p).sample(7).shape);
        Assert.Equal([7], Categorical(p).sample(7).shape);
        Assert.Equal([3], Normal(a, b).expand(new Size(new long[] { 3 })).mean.shape);
        Assert.Equal([2, 3], new TorchSharp.Modules.TransformedDistribution(Normal(a, b), new transforms.ExpTransform()).rsample(2).shape);
    }

    [Fact]
    public void Draws_carry_gradients_to_the_parameters()
    {
        using var scope = NewDisposeScope();
        var loc = zeros(3, requires_grad: true);
        Normal(loc, ones(3)).rsample().sum().backward();
        Assert.Equal([1f, 1, 1], loc.grad!.data<float>().ToArray());
        Assert.False(Normal(loc, ones(3)).sample().requires_grad);
    }
}
