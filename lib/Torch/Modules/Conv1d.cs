using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Modules;

/// <summary>[N, C, L] → [N, out_channels, L'].</summary>
public sealed class Conv1d : Convolution
{
    private static readonly long[] none = [0];

    internal Conv1d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, none, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        CheckShape(input, 1);
        if (padding_mode != PaddingModes.Zeros) return Padded(input, padded => conv1d(padded, weight, bias, stride[0], 0, dilation[0], groups));
        return padding_type is { } type
            ? conv1d_padding(input, weight, bias, stride[0], type, dilation[0], groups)
            : conv1d(input, weight, bias, stride[0], padding![0], dilation[0], groups);
    }
}
