using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorSpectral : Parity<TensorSpectral>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("fft", "torch.fft.fft(x)", x => fft.fft_(x), [3, 8]),
        Case("fft of length 6", "torch.fft.fft(x, 6, 0, 'ortho')", x => fft.fft_(x, 6, 0, FFTNormType.Ortho), [8, 3]),
        Case("ifft", "torch.fft.ifft(x, norm='forward')", x => fft.ifft(x, norm: FFTNormType.Forward), Input.Complex(3, 8)),
        Case("rfft and irfft", "[torch.fft.rfft(x), torch.fft.irfft(torch.fft.rfft(x), 7)]", x => new[] { fft.rfft(x), fft.irfft(fft.rfft(x), 7) }, [3, 7]),
        Case("hfft and ihfft", "[torch.fft.hfft(x), torch.fft.ihfft(y)]", (x, y) => new[] { fft.hfft(x), fft.ihfft(y) }, Input.Complex(5), [6]),
        Case("fft2 and ifft2", "[torch.fft.fft2(x), torch.fft.ifft2(x)]", x => new[] { fft.fft2(x), fft.ifft2(x) }, Input.Complex(2, 4, 5)),
        Case("rfft2 and irfft2", "torch.fft.irfft2(torch.fft.rfft2(x), (4, 5))", x => fft.irfft2(fft.rfft2(x), [4, 5]), [2, 4, 5]),
        Case("fftn and ifftn", "torch.fft.ifftn(torch.fft.fftn(x, dim=(0, 2)))", x => fft.ifftn(fft.fftn(x, dim: [0, 2])), [2, 4, 5]),
        Case("rfftn and irfftn", "torch.fft.irfftn(torch.fft.rfftn(x))", x => fft.irfftn(fft.rfftn(x)), [2, 4, 6]),
        Case("hfft2 and ihfft2", "torch.fft.hfft2(torch.fft.ihfft2(x))", x => fft.hfft2(fft.ihfft2(x)), [4, 6]),
        Case("hfftn and ihfftn", "torch.fft.hfftn(torch.fft.ihfftn(x))", x => fft.hfftn(fft.ihfftn(x)), [4, 6]),
        Case("shifts", "[torch.fft.fftshift(x), torch.fft.ifftshift(x, (1,))]", x => new[] { fft.fftshift(x), fft.ifftshift(x, [1]) }, [4, 5]),
        Case("frequencies", "[torch.fft.fftfreq(7, 0.5), torch.fft.rfftfreq(7, 0.5)]", () => new[] { fft.fftfreq(7, 0.5), fft.rfftfreq(7, 0.5) }),
        Case("windows", "[torch.bartlett_window(8), torch.blackman_window(8, False), torch.hamming_window(8), torch.hann_window(8), torch.kaiser_window(8)]", () => new[] { bartlett_window(8), blackman_window(8, false), hamming_window(8), hann_window(8), kaiser_window(8) }),
        Case("stft", "torch.stft(x, 8, 4, window=torch.hann_window(8), return_complex=True)", x => stft(x, 8, 4, window: hann_window(8), return_complex: true), [2, 32]),
        Case("istft", "torch.istft(torch.stft(x, 8, return_complex=True, window=torch.hann_window(8)), 8, window=torch.hann_window(8))", x => istft(stft(x, 8, return_complex: true, window: hann_window(8)), 8, window: hann_window(8)), [2, 32]),
    ];
}
