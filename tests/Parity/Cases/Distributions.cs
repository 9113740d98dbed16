using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace CnnCourse.Parity.Cases;

/// <summary>torch.distributions: densities, entropies, moments and, under one seed, the very draws.</summary>
public sealed class Distributions : Parity<Distributions>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Of("Normal", "x, y", (x, y) => Normal(x, y), "z, mean stddev variance entropy cdf icdf"),
        Of("Uniform", "x, x + y", (x, y) => Uniform(x, x + y), "x + 0.3 * y, mean variance entropy cdf", value: (x, y) => x + 0.3 * y),
        Of("Laplace", "x, y", (x, y) => Laplace(x, y), "z, mean stddev variance entropy cdf icdf"),
        Of("Cauchy", "x, y", (x, y) => Cauchy(x, y), "z, entropy cdf icdf"),
        Of("Gumbel", "x, y", (x, y) => Gumbel(x, y), "z, mean stddev entropy cdf"),
        Of("LogNormal", "x, y", (x, y) => LogNormal(x, y), "z, mean variance entropy cdf icdf"),
        Of("Pareto", "x * 0.1, y + 3", (x, y) => Pareto(x * 0.1, y + 3), "z, mean variance entropy"),
        Of("Weibull", "x, y", (x, y) => Weibull(x, y), "z, mean variance entropy", drawn: false),
        Of("Kumaraswamy", "x, y", (x, y) => Kumaraswamy(x, y), "z, mean variance entropy", drawn: false),
        Of("HalfNormal", "y", (_, y) => HalfNormal(y), "z, mean variance entropy cdf icdf"),
        Of("HalfCauchy", "y", (_, y) => HalfCauchy(y), "z, entropy cdf icdf"),
        Of("Exponential", "y", (_, y) => Exponential(y), "z, mean stddev variance entropy cdf icdf"),
        Of("Poisson", "y", (_, y) => Poisson(y), "z.round(), mean variance", value: (_, _, z) => z.round()),
        Of("Gamma", "x, y", (x, y) => Gamma(x, y), "z, mean variance entropy"),
        Of("Chi2", "y", (_, y) => Chi2(y), "z, mean variance entropy"),
        Of("Beta", "x, y", (x, y) => Beta(x, y), "z, mean variance entropy"),
        Of("Dirichlet", "y", (_, y) => Dirichlet(y), "z / z.sum(-1, keepdim=True), mean variance entropy", value: (_, _, z) => z / z.sum(-1, keepdim: true)),
        Of("FisherSnedecor", "x, y + 5", (x, y) => FisherSnedecor(x, y + 5), "z, mean variance"),
        Of("Bernoulli", "z", (_, _, z) => Bernoulli(z), "z.round(), mean variance entropy", value: (_, _, z) => z.round()),
        Of("Bernoulli", "logits=x", (x, _, _) => Bernoulli(logits: x), "z.round(), mean variance entropy probs", value: (_, _, z) => z.round()),
        Of("Geometric", "z", (_, _, z) => Geometric(z), "x.round(), mean variance entropy", value: (x, _, _) => x.round()),
        Of("Categorical", "y", (_, y) => Categorical(y), "torch.tensor([0, 2, 1]), entropy probs logits", value: (_, _, _) => tensor(new[] { 0L, 2, 1 })),
        Of("Categorical", "logits=x", (x, _) => Categorical(logits: x), "torch.tensor([0, 2, 1]), entropy probs logits", value: (_, _, _) => tensor(new[] { 0L, 2, 1 })),
        Of("OneHotCategorical", "y", (_, y) => OneHotCategorical(y), "F.one_hot(torch.tensor([0, 2, 1]), 4), mean variance entropy", value: (_, _, _) => nn.functional.one_hot(tensor(new[] { 0L, 2, 1 }), 4)),
        Of("Binomial", "5, z", (_, _, z) => Binomial(tensor(5f), z), "(5 * z).round(), mean variance entropy", value: (_, _, z) => (5 * z).round()),
        Of("NegativeBinomial", "5, z", (_, _, z) => NegativeBinomial(tensor(5f), z), "(5 * z).round(), mean variance", value: (_, _, z) => (5 * z).round()),
        Of("Multinomial", "5, y", (_, y, _) => Multinomial(5, y), "torch.tensor([1., 0., 3., 1.]), mean variance entropy", value: (_, _, _) => tensor(new[] { 1f, 0, 3, 1 })),
        Of("MultivariateNormal", "x, scale_tril=torch.diag_embed(y) + 0.1 * torch.ones(4, 4).tril(-1)", (x, y) => MultivariateNormal(x, scale_tril: diag_embed(y) + 0.1 * ones(4, 4).tril(-1)), "z, mean variance entropy covariance_matrix"),
        Of("MultivariateNormal", "x, torch.diag_embed(y) + 0.1", (x, y) => MultivariateNormal(x, diag_embed(y) + 0.1), "z, mean variance entropy", tolerance: 1e-4),
        Of("Independent", "torch.distributions.Normal(x, y), 1", (x, y) => Independent(Normal(x, y), 1), "z, mean variance entropy"),
        Of("relaxed_bernoulli.LogitRelaxedBernoulli", "torch.tensor(0.7), z", (_, _, z) => LogitRelaxedBernoulli(tensor(0.7f), z), "x, probs logits", value: (x, _, _) => x),
        Of("RelaxedBernoulli", "torch.tensor(0.7), z", (_, _, z) => RelaxedBernoulli(tensor(0.7f), z), "z, probs logits"),
        Of("RelaxedOneHotCategorical", "torch.tensor(0.7), y", (_, y, _) => RelaxedOneHotCategorical(tensor(0.7f), y), "z / z.sum(-1, keepdim=True), probs logits", value: (_, _, z) => z / z.sum(-1, keepdim: true), tolerance: 1e-4),
        Of("TransformedDistribution", "torch.distributions.Normal(x, y), [torch.distributions.transforms.SigmoidTransform()]",
            (x, y) => new TorchSharp.Modules.TransformedDistribution(Normal(x, y), [new transforms.SigmoidTransform()]), "z, cdf icdf", tolerance: 1e-4),
    ];

    private static ParityCase Of(string name, string python, Func<Tensor, Tensor, Distribution> make, string asked, Func<Tensor, Tensor, Tensor>? value = null, bool drawn = true, double tolerance = ParityCase.Ordinary) =>
        Of(name, python, (x, y, _) => make(x, y), asked, (x, y, z) => value?.Invoke(x, y) ?? z, drawn, tolerance);

    private static ParityCase Of(string name, string python, Func<Tensor, Tensor, Distribution> make, string asked, Func<Tensor, Tensor, Tensor, Tensor> value, bool drawn = true, double tolerance = ParityCase.Ordinary) =>
        Of(name, python, (x, y, _) => make(x, y), asked, value, drawn, tolerance);

    // The value, then what is asked of the distribution; last comes a draw of [5, ...].
    private static ParityCase Of(string name, string python, Func<Tensor, Tensor, Tensor, Distribution> make, string asked, Func<Tensor, Tensor, Tensor, Tensor>? value = null, bool drawn = true, double tolerance = ParityCase.Ordinary)
    {
        var comma = asked.LastIndexOf(',');
        var (at, members) = (asked[..comma], asked[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var calls = members.Select(m => m switch { "entropy" => "d.entropy()", "cdf" => "d.cdf(v)", "icdf" => "d.icdf(z)", _ => "d." + m });
        var script = $"(lambda d, v: [d.log_prob(v), {string.Join(", ", calls)}{(drawn ? ", d.sample((5,))" : "")}])(torch.distributions.{name}({python}, validate_args=False), {at})";
        return new($"{name}({python})", script, inputs =>
        {
            var (x, y, z) = (inputs[0], inputs[1], inputs[2]);
            var d = make(x, y, z);
            var v = value?.Invoke(x, y, z) ?? z;
            List<Tensor> answers = [d.log_prob(v), .. members.Select(m => m switch
            {
                "entropy" => d.entropy(),
                "cdf" => d.cdf(v),
                "icdf" => d.icdf(z),
                _ => (Tensor)d.GetType().GetProperty(m)!.GetValue(d)!,
            })];
            if (drawn) answers.Add(d.sample(5));
            return answers;
        }, [Input.In(0.3, 2, 3, 4), Input.In(0.5, 2, 3, 4), Input.In(0.1, 0.9, 3, 4)])
        { Tolerance = tolerance };
    }
}
