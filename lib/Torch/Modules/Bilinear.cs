using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x1^T A x2 + b: [..., in1] and [..., in2] → [..., out].</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Bilinear))
    {
        (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
        var bound = 1 / Math.Sqrt(in1_features);
        weight = nn.Parameter(nn.init.uniform_(empty([out_features, in1_features, in2_features], dtype, device), -bound, bound));
        if (hasBias) bias = nn.Parameter(nn.init.uniform_(empty([out_features], dtype, device), -bound, bound));
    }

    public long in1_features { get; set; }
    public long in2_features { get; set; }
    public long out_features { get; set; }
    public Parameter weight { get; set => Hold(ref field!, value); } = null!;
    public Parameter? bias { get; set => Hold(ref field, value); }

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
}
