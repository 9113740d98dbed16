using static TorchSharp.torch;

namespace CnnCourse.Claims.Topics;

/// <summary>Principal components and whitening, on mixtures of uniform numbers.</summary>
internal static class PcaClaims
{
    private const long Samples = 4000, Features = 6;
    private const double Epsilon = 1e-5;

    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["pca.psd"] = () => OnMixture((_, covariance) => Answer.That(Near(covariance, covariance.t()) && linalg.eigh(covariance).Item1.min().Value() >= -1e-12)),
        ["pca.svd.S"] = () => OnMixture((x, covariance) => Near(Spectrum(covariance), linalg.eigh(covariance).Item1.flip(0))
            && Near(Spectrum(covariance), (linalg.svd(x, false).S / Math.Sqrt(Samples)).pow(2))),
        ["pca.whiten.comment"] = () => OnMixture((x, covariance) => Near(Spectrum(covariance).sqrt(), Rotated(x, covariance).std(0, unbiased: false))
            && Near(Covariance(Whitened(x, covariance, 0)), Identity())),
        ["pca.rotation"] = () => OnMixture((x, covariance) => Rounded(OffDiagonal(Covariance(Rotated(x, covariance))).abs().max().Value())),
        ["pca.reduce.100"] = ReducedShape,
        ["pca.whiten.eps"] = () => OnMixture((x, covariance) => new[] { Epsilon, 0.1, 1 }.All(epsilon => Near(
            Whitened(x, covariance, epsilon).std(0, unbiased: false) / Spectrum(covariance).sqrt(), (Spectrum(covariance) + epsilon).rsqrt()))),
        ["pca.whiten.result"] = () => OnMixture((x, covariance) => (Covariance(Whitened(x, covariance, Epsilon)) - Identity()).abs().max().Value() < 0.01),
        ["pca.whiten.gaussian"] = () => OnMixture((x, covariance) => Kurtosis(Whitened(x, covariance, Epsilon)).max().Value() < 3),
        ["pca.cifar.3072"] = ConvolutionClaims.Values,
    };

    private static Answer OnMixture(Func<Tensor, Tensor, Answer> answer)
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var x = rand([Samples, Features], ScalarType.Float64).matmul(randn([Features, Features], ScalarType.Float64));
        x -= x.mean([0], keepdim: true);
        return answer(x, Covariance(x));
    }

    private static Tensor Covariance(Tensor x) => x.t().matmul(x) / x.shape[0];

    private static Tensor Spectrum(Tensor covariance) => linalg.svd(covariance).S;

    private static Tensor Rotated(Tensor x, Tensor covariance) => x.matmul(linalg.svd(covariance).U);

    private static Tensor Whitened(Tensor x, Tensor covariance, double epsilon) => Rotated(x, covariance) / (Spectrum(covariance) + epsilon).sqrt();

    private static Tensor Identity() => eye(Features, dtype: ScalarType.Float64);

    private static Tensor OffDiagonal(Tensor square) => square - square.diag().diag();

    private static Tensor Kurtosis(Tensor x) => x.pow(4).mean([0]) / x.pow(2).mean([0]).pow(2);

    private static bool Near(Tensor one, Tensor other) => Tried.AreEqual(one, other);

    private static double Rounded(double value) => Math.Round(value, 12);

    private static Answer ReducedShape()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var x = rand(10, 120);
        var reduced = x.matmul(linalg.svd(Covariance(x)).U[.., ..100]);
        return Answer.That(reduced.shape[0] == x.shape[0], reduced.shape[1]);
    }
}
