using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Ulyanov et al. 2016: batch normalisation of each sample by itself.</summary>
public abstract class InstanceNorm : NormBase
{
    public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
    {
    }

    protected abstract long GetNumberOfBatchDimensions();

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var shape = input.shape;
        var features = (int)(shape.Length - GetNumberOfBatchDimensions());
        if (affine && shape[features] != num_features)
            throw new ArgumentException($"expected input's size at dim={features} to match num_features ({num_features}), but got: {shape[features]}.");
        if (features > 0) return Apply(input);
        using var batch = input.unsqueeze(0);
        using var result = Apply(batch);
        return result.squeeze(0);
    }

    private Tensor Apply(Tensor input) =>
        nn.functional.instance_norm(input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
