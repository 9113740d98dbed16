using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Hardshrink(double lambda) : base(nameof(Hardshrink)) =>
        this.lambda = lambda;

    public double lambda { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.hardshrink(input, lambda);
}
