using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalisation with statistics of its own: gamma (weight), beta (bias) and running mean and variance, one of each per feature.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private static readonly long[] scalar = [];

    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        long[] size = [num_features];
        if (affine)
        {
            weight = nn.Parameter(ones(size, dtype, device));
            bias = nn.Parameter(zeros(size, dtype, device));
        }
        if (!track_running_stats) return;
        running_mean = zeros(size, dtype, device);
        running_var = ones(size, dtype, device);
        num_batches_tracked = zeros(scalar, ScalarType.Int64, device);
    }

    public long num_features { get; private set; }
    public double eps { get; set; }
    public double? momentum { get; set; }
    public bool affine { get; private set; }
    public bool track_running_stats { get; private set; }

    public Parameter weight { get; set => Hold(ref field!, value); } = null!;
    public Parameter? bias { get; set => Hold(ref field, value); }
    public Tensor? running_mean { get; set => HoldBuffer(ref field, value); }
    public Tensor? running_var { get; set => HoldBuffer(ref field, value); }
    public Tensor? num_batches_tracked { get; set => HoldBuffer(ref field, value); }

    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        nn.init.zeros_(running_mean!);
        nn.init.ones_(running_var!);
        InPlace.zero.Run(num_batches_tracked);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);

    private protected static void CheckDimensions(Tensor input, long least, long most)
    {
        var dimensions = input.ndim;
        if (dimensions >= least && dimensions <= most) return;
        throw new ArgumentException($"expected {(least == most ? $"{least}D" : $"{least}D or {most}D")} input, but got {dimensions}D input.");
    }
}
