using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Images [N, C, H, W] → sliding blocks as columns [N, C k k, L].</summary>
public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
{
    internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride) : base(nameof(Unfold)) =>
        (this.kernel_size, this.dilation, this.padding, this.stride) = (kernel_size, dilation, padding, stride);

    public (long, long) kernel_size { get; set; }
    public (long, long) dilation { get; set; }
    public (long, long) padding { get; set; }
    public (long, long) stride { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.unfold(input, kernel_size, dilation, padding, stride);
}
