using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Ba et al. 2016: normalised over the last dimensions, whose sizes are <see cref="normalized_shape"/>.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
    {
        (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
        if (!elementwise_affine) return;
        weight = nn.Parameter(ones(normalized_shape, dtype, device));
        if (bias) this.bias = nn.Parameter(zeros(normalized_shape, dtype, device));
    }

    public long[] normalized_shape { get; set; }
    public double eps { get; set; }
    public bool elementwise_affine { get; set; }
    public Parameter weight { get; set => Hold(ref field!, value); } = null!;
    public Parameter? bias { get; set => Hold(ref field, value); }

    public void reset_parameters()
    {
        if (elementwise_affine) nn.init.ones_(weight);
        if (bias is not null) nn.init.zeros_(bias);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
