using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.distributions.constraints, and where transforms lead.</summary>
public class Constraints
{
    [Fact]
    public void Constraints_tell_which_events_are_inside()
    {
        using var scope = NewDisposeScope();
        constraints.Constraint positive = constraints.positive;
        Assert.Equal([false, false, true], positive.check(tensor(new[] { -1f, 0, 1 })).data<bool>().ToArray());
        Assert.Equal([true], constraints.simplex.check(tensor(new[,] { { 0.25f, 0.75f } })).data<bool>().ToArray());
        Assert.True(constraints.lower_cholesky.check(eye(3)).item<bool>());
        Assert.True(constraints.positive_definite.check(eye(3)).item<bool>());
        Assert.Equal(1, constraints.one_hot.event_dim);
        Assert.True(constraints.integer_interval(0, 3).is_discrete);
        Assert.Equal("_GreaterThan(lower_bound=0.5)", constraints.greater_than(0.5).ToString());
        Assert.Throws<ArgumentException>(() => constraints.dependent.check(ones(1)));
    }

    [Fact]
    public void Transforms_know_their_domain_and_codomain()
    {
        using var scope = NewDisposeScope();
        var affine = new transforms.AffineTransform(1.0, -2.0);
        Assert.Equal(-1.0, affine.sign.item<double>());
        Assert.Same(constraints.real, affine.domain);
        Assert.True(new transforms.ExpTransform().codomain.check(ones(1)).item<bool>());
        Assert.Equal([3f], affine.inv.forward(affine.forward(tensor(new[] { 3f }))).data<float>().ToArray());
    }

    [Fact]
    public void Distributions_show_their_parameters()
    {
        using var scope = NewDisposeScope();
        var (a, b, p) = (full(3, 1.5f), full(3, 2f), full(3, 0.3f));
        Assert.Equal([3], LogNormal(a, b).loc.shape);
        Assert.Equal([3], Pareto(a, b).alpha.shape);
        Assert.Equal([3], HalfNormal(a).scale.shape);
        Assert.Equal([3], HalfCauchy(a).scale.shape);
        Assert.Equal([3], Kumaraswamy(a, b).concentration0.shape);
        Assert.Equal(0.5f, RelaxedBernoulli(tensor(0.5f), p).temperature.item<float>());
        Assert.Equal([3], Multinomial(4, p).param_shape);
        Assert.Equal([3], new TorchSharp.Modules.Bernoulli(p: p).probs.shape);
    }
}
