using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>He et al. 2015: leaky with a learnt slope, one for all channels or one for each.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        weight = nn.Parameter(full([num_parameters], init, dtype ?? get_default_dtype(), device));
    }

    public long num_parameters { get; private set; }
    public double init { get; private set; }
    public Parameter weight { get; set => Hold(ref field!, value); } = null!;

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
}
