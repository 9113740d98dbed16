using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Leaky while training with a slope drawn from [lower, upper] for each element, in evaluation with their mean.</summary>
public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace) : base(nameof(RReLU)) =>
        (this.lower, this.upper, this.inplace) = (lower, upper, inplace);

    public double lower { get; set; }
    public double upper { get; set; }
    public bool inplace { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.rrelu(input, lower, upper, training, inplace);
}
