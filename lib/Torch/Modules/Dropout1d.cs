using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeroes whole channels of [N, C, L].</summary>
public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout1d(double p, bool inplace) : base(nameof(Dropout1d)) => (this.p, this.inplace) = (p, inplace);

    public double p { get; set; }
    public bool inplace { get; set; }

    public override Tensor forward(Tensor input) => input.ndim == 3
        ? nn.functional.dropout1d(input, p, training, inplace)
        : throw new ArgumentException($"Dropout1d takes a tensor of shape [N, C, L], not [{string.Join(", ", input.shape)}].");
}
