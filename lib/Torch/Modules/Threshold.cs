using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is above the threshold, else a fixed value.</summary>
public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
{
    internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold)) =>
        (this.threshold, this.value, this.inplace) = (threshold, value, inplace);

    public double threshold { get; set; }
    public double value { get; set; }
    public bool inplace { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.threshold(input, threshold, value, inplace);
}
