using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Puts each value back where max pooling with indices took it from; the rest is zero.</summary>
public sealed class MaxUnpool3d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
{
    internal MaxUnpool3d(long[] kernel_size, long[]? stride, long[]? padding) : base(nameof(MaxUnpool3d)) =>
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

    public long[] kernel_size { get; set; }
    public long[]? stride { get; set; }
    public long[]? padding { get; set; }

    public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
        nn.functional.max_unpool3d(tensor, indices, kernel_size, stride, padding, output_size);

    public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);
}
