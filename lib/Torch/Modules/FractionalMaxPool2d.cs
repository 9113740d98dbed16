using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Graham 2014: pooling regions of random place, whose output is any fraction of the input.</summary>
public sealed class FractionalMaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal FractionalMaxPool2d(long[] kernel_size, long[]? output_size, double[]? output_ratio) : base(nameof(FractionalMaxPool2d)) =>
        (this.kernel_size, this.output_size, this.output_ratio) = (kernel_size, output_size, output_ratio);

    public long[] kernel_size { get; set; }
    public long[]? output_size { get; set; }
    public double[]? output_ratio { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool2d(input, kernel_size, output_size, output_ratio);

    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => nn.functional.fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
}
