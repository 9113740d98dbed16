using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorRandom : Parity<TensorRandom>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Same("torch.rand(3, 5)", () => rand(3, 5)),
        Same("torch.randn(3, 5)", () => randn(3, 5)),
        Same("torch.randn(7)", () => randn(7)),
        Same("torch.randn(64, 33)", () => randn(64, 33)),
        Same("torch.rand(5, dtype=torch.float64)", () => rand(5, dtype: float64)),
        Same("torch.randn(20, dtype=torch.float64)", () => randn(20, dtype: float64)),
        Same("torch.randint(10, (4, 5))", () => randint(10, new long[] { 4, 5 })),
        Same("torch.randint(-3, 7, (40,))", () => randint(-3, 7, new long[] { 40 })),
        Same("torch.randint(0, 9, (5,), dtype=torch.int32)", () => randint(0, 9, new long[] { 5 }, int32)),
        Same("torch.randperm(50)", () => randperm(50)),
        Same("torch.randperm(5, dtype=torch.int32)", () => randperm(5, int32)),
        Same("torch.empty(40).normal_(2, 3)", () => empty(40).normal_(2, 3)),
        Same("torch.empty(3).normal_()", () => empty(3).normal_()),
        Same("torch.empty(40).uniform_(-1, 2)", () => empty(40).uniform_(-1, 2)),
        Same("torch.empty(40).bernoulli_(0.3)", () => empty(40).bernoulli_(0.3)),
        Same("torch.bernoulli(torch.full((4, 5), 0.4))", () => bernoulli(full(4, 5, 0.4f))),
        Same("torch.empty(40).exponential_(2)", () => empty(40).exponential_(2)),
        Same("torch.empty(40).cauchy_(1, 2)", () => empty(40).cauchy_(1, 2)),
        Same("torch.empty(40).log_normal_(0.5, 0.2)", () => empty(40).log_normal_(0.5, 0.2)),
        Same("torch.empty(40).geometric_(0.3)", () => empty(40).geometric_(0.3)),
        Same("torch.empty(40).random_(2, 9)", () => empty(40).random_(2, 9)),
        Same("torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 20, replacement=True)", () => multinomial(tensor(new[] { 0.1f, 0.2f, 0.7f }), 20, replacement: true)),
        Same("torch.multinomial(torch.ones(9), 4)", () => multinomial(ones(9), 4)),
        Same("torch.poisson(torch.full((12,), 3.0))", () => poisson(full(12, 3.0f))),
        Same("torch.binomial(torch.full((12,), 9.0), torch.full((12,), 0.3))", () => binomial(full(12, 9.0f), full(12, 0.3f))),
        Same("torch.normal(torch.arange(5.), torch.arange(1., 6.))", () => normal(arange(5.0), arange(1.0, 6.0))),
        Same("torch.normal(2., 3., (12,))", () => normal(2, 3, [12])),
        Same("torch.rand_like(torch.zeros(2, 3))", () => rand_like(zeros(2, 3))),
        Same("torch.randn_like(torch.zeros(2, 3))", () => randn_like(zeros(2, 3))),
        Same("torch.randint_like(torch.zeros(2, 3), 3, 8)", () => randint_like(zeros(2, 3), 3, 8)),
        Same("torch._standard_gamma(torch.full((6,), 2.0))", () => _standard_gamma(full(6, 2.0f))),
        Same("[torch.rand(2), torch.randn(2), torch.randperm(3)]", () => new[] { rand(2), randn(2), randperm(3) }),
        Same("torch.rand(4, generator=torch.Generator().manual_seed(7))", () => rand(4, generator: new Generator(7))),
        Same("F.dropout(torch.ones(30), 0.4)", () => nn.functional.dropout(ones(30), 0.4)),
        Same("torch.initial_seed()", () => initial_seed()),
    ];
}
