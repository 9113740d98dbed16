using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x W^T + b: [..., in_features] → [..., out_features].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(Parameter weight, Parameter? bias = null) : base(nameof(Linear))
    {
        in_features = weight.shape[1];
        out_features = weight.shape[0];
        this.weight = weight;
        this.bias = bias;
    }

    internal Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        weight = nn.Parameter(nn.init.kaiming_uniform_(empty([outputSize, inputSize], dtype, device), Math.Sqrt(5)));
        if (!hasBias) return;
        var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
        bias = nn.Parameter(nn.init.uniform_(empty([outputSize], dtype, device), -bound, bound));
    }

    public long in_features { get; set; }
    public long out_features { get; set; }
    public Parameter weight { get; set => Hold(ref field!, value); } = null!;
    public Parameter? bias { get; set => Hold(ref field, value); }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
