using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sums sliding blocks [N, C k k, L] into images [N, C, H, W].</summary>
public sealed class Fold : ParameterLessModule<Tensor, Tensor>
{
    internal Fold((long, long) output_size, (long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride) : base(nameof(Fold)) =>
        (this.output_size, this.kernel_size, this.dilation, this.padding, this.stride) = (output_size, kernel_size, dilation, padding, stride);

    public (long, long) output_size { get; set; }
    public (long, long) kernel_size { get; set; }
    public (long, long) dilation { get; set; }
    public (long, long) padding { get; set; }
    public (long, long) stride { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.fold(input, output_size, kernel_size, dilation, padding, stride);
}
