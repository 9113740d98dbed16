using C = TorchSharp.torch.distributions.constraints;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace CnnCourse.Parity.Cases;

/// <summary>torch.distributions.constraints, and transforms inside transformed distributions.</summary>
public sealed class Constraints : Parity<Constraints>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        On("real", C.real, "x / (x > 0)", x => x / x.gt(0)),
        On("boolean", C.boolean, "(x * 2).round().abs()", x => (x * 2).round().abs()),
        On("one_hot", C.one_hot, "F.one_hot((x[..., 0] > 0).long(), 4) + (x > 1.8)", x => nn.functional.one_hot(x[TensorIndex.Ellipsis, 0].gt(0).to(int64), 4) + x.gt(1.8)),
        On("nonnegative_integer", C.nonnegative_integer, "(x * 4).round() / 2", x => (x * 4).round() / 2),
        On("positive_integer", C.positive_integer, "(x * 4).round() / 2", x => (x * 4).round() / 2),
        On("integer_interval(-1, 1)", C.integer_interval(-1, 1), "(x * 4).round() / 2", x => (x * 4).round() / 2),
        On("positive", C.positive, "x", x => x),
        On("nonnegative", C.nonnegative, "x.clamp_min(-0.5).round()", x => x.clamp_min(-0.5).round()),
        On("greater_than(0.5)", C.greater_than(0.5), "x", x => x),
        On("greater_than_eq(0.5)", C.greater_than_eq(0.5), "x", x => x),
        On("less_than(0.5)", C.less_than(0.5), "x", x => x),
        On("unit_interval", C.unit_interval, "x", x => x),
        On("interval(-1, 1)", C.interval(-1, 1), "x.round()", x => x.round()),
        On("half_open_interval(-1, 1)", C.half_open_interval(-1, 1), "x.round()", x => x.round()),
        On("real_vector", C.real_vector, "x / (x > -1.5)", x => x / x.gt(-1.5)),
        On("independent(torch.distributions.constraints.positive, 2)", C.independent(C.positive, 2), "x + 1.9", x => x + 1.9),
        On("simplex", C.simplex, "F.softmax(x, -1) * (x > -1.5)", x => nn.functional.softmax(x, -1) * x.gt(-1.5)),
        On("multinomial(4)", C.multinomial(4), "(x + 1).round()", x => (x + 1).round()),
        On("lower_triangular", C.lower_triangular, "x.tril() + (x > 1.9)", x => x.tril() + x.gt(1.9)),
        On("lower_cholesky", C.lower_cholesky, "x.abs().tril() * (x > -1.5)", x => x.abs().tril() * x.gt(-1.5)),
        On("corr_cholesky", C.corr_cholesky, "F.normalize(x.abs().tril(), dim=-1)", x => nn.functional.normalize(x.abs().tril(), dim: -1)),
        On("square", C.square, "x", x => x),
        On("square", C.square, "x[..., 1:]", x => x.narrow(-1, 1, 3), "wide"),
        On("symmetric", C.symmetric, "x + x.mT", x => x + x.mT),
        On("symmetric", C.symmetric, "x", x => x, "not"),
        On("positive_semidefinite", C.positive_semidefinite, "x @ x.mT + 0.1 * torch.eye(4)", x => x.matmul(x.mT) + 0.1 * eye(4)),
        On("positive_definite", C.positive_definite, "x + x.mT", x => x + x.mT),
        On("positive_definite", C.positive_definite, "x @ x.mT + 0.1 * torch.eye(4)", x => x.matmul(x.mT) + 0.1 * eye(4), "product"),
        On("cat([torch.distributions.constraints.positive, torch.distributions.constraints.real], -1, [1, 3])", C.cat([C.positive, C.real], -1, [1, 3]), "x", x => x),
        On("stack([torch.distributions.constraints.positive, torch.distributions.constraints.less_than(0)] * 2, -1)", C.stack([C.positive, C.less_than(0), C.positive, C.less_than(0)], -1), "x", x => x),
        Through("ExpTransform()", new ExpTransform()),
        Through("PowerTransform(torch.tensor(1.7))", new PowerTransform(tensor(1.7f)), "torch.distributions.Gamma(x, y)", (x, y) => Gamma(x, y)),
        Through("SigmoidTransform()", new SigmoidTransform()),
        Through("TanhTransform()", new TanhTransform()),
        Through("SoftplusTransform()", new SoftplusTransform()),
        Through("AffineTransform(0.5, -2.0)", new AffineTransform(0.5, -2)),
        Through("AffineTransform(torch.tensor([1., 2., 3., 4.]), torch.tensor([4., 3., 2., 1.]), event_dim=1)", new AffineTransform(tensor(new[] { 1f, 2, 3, 4 }), tensor(new[] { 4f, 3, 2, 1 }), 1)),
        Through("ReshapeTransform((3, 4), (2, 6))", new ReshapeTransform([3, 4], [2, 6])),
        Through("ComposeTransform([torch.distributions.transforms.AffineTransform(0.5, 2.0), torch.distributions.transforms.ReshapeTransform((3, 4), (12,)), torch.distributions.transforms.ExpTransform()])",
            new ComposeTransform([new AffineTransform(0.5, 2), new ReshapeTransform([3, 4], [12]), new ExpTransform()])),
        Through("IndependentTransform(torch.distributions.transforms.ExpTransform(), 1)", new IndepdenentTransform(new ExpTransform(), 1)),
    ];

    private static ParityCase On(string python, C.Constraint constraint, string value, Func<Tensor, Tensor> make, string note = "") =>
        Case($"{python} {note}".Trim(), $"(lambda c: [c.check({value}), c.is_discrete, c.event_dim])(torch.distributions.constraints.{python})",
            x => (constraint.check(make(x)), constraint.is_discrete, constraint.event_dim), Input.In(-2, 2, 2, 4, 4), grad: false);

    private static ParityCase Through(string python, Transform transform, string from = "torch.distributions.Normal(x, y)", Func<Tensor, Tensor, Distribution>? make = null) =>
        Case(python, $"(lambda d, t: [d.log_prob(t(z)), t(z), t.inv(t(z)), t.domain.event_dim, t.codomain.event_dim, d.batch_shape, d.event_shape])(" +
                     $"*(lambda t: [torch.distributions.TransformedDistribution({from}, [t], validate_args=False), t])(torch.distributions.transforms.{python}))",
            (x, y, z) =>
            {
                var d = new TorchSharp.Modules.TransformedDistribution((make ?? ((a, b) => Normal(a, b)))(x, y), transform);
                var v = transform.forward(z);
                return (d.log_prob(v), v, transform.inv.forward(v), transform.domain.event_dim, transform.codomain.event_dim, d.batch_shape.Shape, d.event_shape.Shape);
            }, Input.In(0.3, 2, 3, 4), Input.In(0.5, 2, 3, 4), Input.In(0.1, 0.9, 3, 4), rtol: 1e-4);
}
