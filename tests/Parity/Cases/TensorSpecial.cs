using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorSpecial : Parity<TensorSpecial>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("entr", "torch.special.entr(x)", x => special.entr(x), Input.In(0.1, 2, 8)),
        Case("erfcx", "torch.special.erfcx(x)", x => special.erfcx(x), Input.In(0.1, 2, 8)),
        Case("expit", "torch.special.expit(x)", x => special.expit(x), Input.In(0.1, 2, 8)),
        Case("gammaln", "torch.special.gammaln(x)", x => special.gammaln(x), Input.In(0.1, 2, 8)),
        Case("i0e", "torch.special.i0e(x)", x => special.i0e(x), Input.In(0.1, 2, 8)),
        Case("i1", "torch.special.i1(x)", x => special.i1(x), Input.In(0.1, 2, 8)),
        Case("i1e", "torch.special.i1e(x)", x => special.i1e(x), Input.In(0.1, 2, 8)),
        Case("ndtr", "torch.special.ndtr(x)", x => special.ndtr(x), Input.In(0.1, 2, 8)),
        Case("digamma", "torch.special.digamma(x)", x => special.digamma(x), Input.In(0.1, 2, 8)),
        Case("psi", "torch.special.psi(x)", x => special.psi(x), Input.In(0.1, 2, 8)),
        Case("expm1", "torch.special.expm1(x)", x => special.expm1(x), Input.In(0.1, 2, 8)),
        Case("exp2", "torch.special.exp2(x)", x => special.exp2(x), Input.In(0.1, 2, 8)),
        Case("sinc", "torch.special.sinc(x)", x => special.sinc(x), Input.In(0.1, 2, 8)),
        Case("ndtri", "torch.special.ndtri(x)", x => special.ndtri(x), Input.In(0.1, 0.9, 8)),
        Case("logit", "torch.special.logit(x)", x => special.logit(x), Input.In(0.1, 0.9, 8)),
        Case("erfinv", "torch.special.erfinv(x)", x => special.erfinv(x), Input.In(0.1, 0.9, 8)),
        Case("airy_ai", "torch.special.airy_ai(x)", x => special.airy_ai(x), Input.In(0.5, 3, 8), grad: false),
        Case("bessel_j0", "torch.special.bessel_j0(x)", x => special.bessel_j0(x), Input.In(0.5, 3, 8), grad: false),
        Case("bessel_j1", "torch.special.bessel_j1(x)", x => special.bessel_j1(x), Input.In(0.5, 3, 8), grad: false),
        Case("bessel_y0", "torch.special.bessel_y0(x)", x => special.bessel_y0(x), Input.In(0.5, 3, 8), grad: false),
        Case("bessel_y1", "torch.special.bessel_y1(x)", x => special.bessel_y1(x), Input.In(0.5, 3, 8), grad: false),
        Case("modified_bessel_i0", "torch.special.modified_bessel_i0(x)", x => special.modified_bessel_i0(x), Input.In(0.5, 3, 8), grad: false),
        Case("modified_bessel_i1", "torch.special.modified_bessel_i1(x)", x => special.modified_bessel_i1(x), Input.In(0.5, 3, 8), grad: false),
        Case("modified_bessel_k0", "torch.special.modified_bessel_k0(x)", x => special.modified_bessel_k0(x), Input.In(0.5, 3, 8), grad: false),
        Case("modified_bessel_k1", "torch.special.modified_bessel_k1(x)", x => special.modified_bessel_k1(x), Input.In(0.5, 3, 8), grad: false),
        Case("scaled_modified_bessel_k0", "torch.special.scaled_modified_bessel_k0(x)", x => special.scaled_modified_bessel_k0(x), Input.In(0.5, 3, 8), grad: false),
        Case("scaled_modified_bessel_k1", "torch.special.scaled_modified_bessel_k1(x)", x => special.scaled_modified_bessel_k1(x), Input.In(0.5, 3, 8), grad: false),
        Case("spherical_bessel_j0", "torch.special.spherical_bessel_j0(x)", x => special.spherical_bessel_j0(x), Input.In(0.5, 3, 8), grad: false),
        Case("polygamma of special", "torch.special.polygamma(1, x)", x => special.polygamma(1, x), Input.In(0.5, 3, 8)),
        Case("multigammaln", "torch.special.multigammaln(x, 2)", x => special.multigammaln(x, 2), Input.In(2, 5, 8)),
        Case("gammainc and gammaincc", "[torch.special.gammainc(x, y), torch.special.gammaincc(x, y)]", (x, y) => new[] { special.gammainc(x, y), special.gammaincc(x, y) }, Input.In(0.5, 3, 8), Input.In(0.5, 3, 8), grad: false),
        Case("xlog1py", "torch.special.xlog1py(x, y)", (x, y) => special.xlog1py(x, y), [4], Input.In(0.5, 3, 4)),
        Case("zeta", "torch.special.zeta(x, y)", (x, y) => special.zeta(x, y), Input.In(2, 3, 4), Input.In(0.5, 3, 4), grad: false),
        Case("chebyshev polynomials", "[torch.special.chebyshev_polynomial_t(x, y), torch.special.chebyshev_polynomial_u(x, y)]", (x, y) => new[] { special.chebyshev_polynomial_t(x, y), special.chebyshev_polynomial_u(x, y) }, Input.In(-0.9, 0.9, 4), Input.In(3, 3, 4), grad: false),
        Case("hermite, laguerre, legendre", "[torch.special.hermite_polynomial_h(x, y), torch.special.hermite_polynomial_he(x, y), torch.special.laguerre_polynomial_l(x, y), torch.special.legendre_polynomial_p(x, y)]", (x, y) => new[] { special.hermite_polynomial_h(x, y), special.hermite_polynomial_he(x, y), special.laguerre_polynomial_l(x, y), special.legendre_polynomial_p(x, y) }, Input.In(-0.9, 0.9, 4), Input.In(3, 3, 4), grad: false),
        Case("softmax of special", "torch.special.softmax(x, 1)", x => special.softmax(x, 1), [2, 3]),
        Case("igamma", "[torch.igamma(x, y), torch.igammac(x, y)]", (x, y) => new[] { igamma(x, y), igammac(x, y) }, Input.In(0.5, 3, 8), Input.In(0.5, 3, 8), grad: false),
    ];
}
