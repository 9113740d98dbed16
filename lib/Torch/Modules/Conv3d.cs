using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Modules;

/// <summary>[N, C, D, H, W] → [N, out_channels, D', H', W'].</summary>
public sealed class Conv3d : Convolution
{
    private static readonly long[] none = [0, 0, 0];

    internal Conv3d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(nameof(Conv3d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, none, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        CheckShape(input, 3);
        if (padding_mode != PaddingModes.Zeros) return Padded(input, padded => conv3d(padded, weight, bias, stride, none, dilation, groups));
        return padding_type is { } type
            ? conv3d_padding(input, weight, bias, stride, type, dilation, groups)
            : conv3d(input, weight, bias, stride, padding, dilation, groups);
    }
}
