using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.bartlett_window_periodic.Call(len, periodic, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.blackman_window_periodic.Call(len, periodic, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.hamming_window_periodic_alpha_beta.Call(len, periodic, Exact(alpha), Exact(beta), dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.hann_window_periodic.Call(len, periodic, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12.0f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.kaiser_window_beta.Call(len, periodic, beta, dtype ?? defaultType, Arg.None, device ?? defaultDevice), requires_grad);

    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    public static Tensor istft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    // The decimal that a float was written as: 0.54f is meant as 0.54, not as its neighbour in binary.
    private static double Exact(float value) => (double)(decimal)value;

    public partial class Tensor
    {
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            Aten.stft_center.Call(this, n_fft, Positive(hop_length), Positive(win_length), window, center,
                pad_mode.ToString().ToLowerInvariant(), normalized, onesided, return_complex ?? is_complex());

        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
            Aten.istft.Call(this, n_fft, Positive(hop_length), Positive(win_length), window, center, normalized, onesided, Positive(length), return_complex);

        private static long? Positive(long value) => value < 0 ? null : value;
    }
}
