using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorComplex : Parity<TensorComplex>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("real and imaginary part", "[x.real, x.imag]", x => new[] { x.real, x.imag }, Input.Complex(3, 4)),
        Case("angle of complex numbers", "x.angle()", x => x.angle(), Input.Complex(3, 4)),
        Case("magnitude", "x.abs()", x => x.abs(), Input.Complex(3, 4)),
        Case("conjugate", "[x.conj(), x.conj_physical(), x.conj().resolve_conj()]", x => new[] { x.conj(), x.conj_physical(), x.conj().resolve_conj() }, Input.Complex(3, 4)),
        Case("is_conj", "[x.is_conj(), x.conj().is_conj()]", x => (x.is_conj(), x.conj().is_conj()), Input.Complex(2)),
        Case("complex from parts", "torch.complex(x, y)", (x, y) => complex(x, y), [3], [3]),
        Case("polar", "torch.polar(x, y)", (x, y) => polar(x, y), Input.In(0, 2, 3), [3]),
        Case("view_as_real", "torch.view_as_real(x)", x => x.view_as_real(), Input.Complex(3)),
        Case("view_as_complex", "torch.view_as_complex(x)", x => x.view_as_complex(), [3, 2]),
        Case("complex arithmetic", "x * y / (x + 3) - 1j * y", (x, y) => x * y / (x + 3) - new System.Numerics.Complex(0, 1) * y, Input.Complex(3), Input.Complex(3)),
        Case("complex exponential", "[x.exp(), x.sin(), x.sgn()]", x => new[] { x.exp(), x.sin(), x.sgn() }, Input.Complex(3)),
        Case("adjoint", "x.adjoint()", x => x.adjoint(), Input.Complex(2, 3)),
        Case("complex matmul", "x @ y", (x, y) => x.matmul(y), Input.Complex(2, 3), Input.Complex(3, 2)),
    ];
}
