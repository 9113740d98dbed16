using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Wu and He 2018: [N, C, ...], normalised over groups of channels of each sample.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
    {
        if (num_channels % num_groups != 0) throw new ArgumentException($"{num_channels} channels cannot be split into {num_groups} groups", nameof(num_groups));
        (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
        if (!affine) return;
        weight = nn.Parameter(ones([num_channels], dtype, device));
        bias = nn.Parameter(zeros([num_channels], dtype, device));
    }

    public long num_groups { get; set; }
    public double eps { get; set; }
    public bool affine { get; set; }
    public Parameter weight { get; set => Hold(ref field!, value); } = null!;
    public Parameter? bias { get; set => Hold(ref field, value); }

    public void reset_parameters()
    {
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
}
