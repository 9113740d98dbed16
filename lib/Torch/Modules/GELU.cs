using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x times the standard normal's distribution function.</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(bool inplace, GELU.Approximate approximate = GELU.Approximate.none) : base(nameof(GELU)) =>
        (this.inplace, this.approximate) = (inplace, approximate);

    public bool inplace { get; set; }
    public GELU.Approximate approximate { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.gelu(input, approximate, inplace);

    public enum Approximate
    {
        none,
        tanh,
    }
}
