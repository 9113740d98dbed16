using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution with respect to its input, as a layer: strides spread the input out.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <param name="output_size">Which of the sizes that a strided convolution maps to the input's is meant; null for the smallest plus the output padding.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null) return output_padding;
        var size = input.shape;
        var leading = size.Length == num_spatial_dims + 2 ? 2 : 1;
        if (output_size.Length == leading + num_spatial_dims) output_size = output_size[leading..];
        if (output_size.Length != num_spatial_dims)
            throw new ArgumentException($"for {size.Length}D input, output_size must have {num_spatial_dims} or {leading + num_spatial_dims} elements, not {output_size.Length}", nameof(output_size));
        var extra = new long[num_spatial_dims];
        for (var k = 0; k < extra.Length; k++)
        {
            var least = (size[k + leading] - 1) * stride[k] - 2 * padding[k] + dilation[k] * (kernel_size[k] - 1) + 1;
            extra[k] = output_size[k] - least;
            if (extra[k] < 0 || extra[k] >= stride[k])
                throw new ArgumentException($"an output size of {output_size[k]} was asked for, but valid ones go from {least} to {least + stride[k] - 1}", nameof(output_size));
        }
        return extra;
    }
}
