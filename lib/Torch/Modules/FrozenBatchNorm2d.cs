using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation whose statistics and scale never change.</summary>
public class FrozenBatchNorm2d : nn.Module<Tensor, Tensor>
{
    private readonly double eps;

    protected internal FrozenBatchNorm2d(int num_features, double eps = 1e-5, Device? device = null) : base(nameof(FrozenBatchNorm2d))
    {
        this.eps = eps;
        register_buffer(nameof(weight), ones([num_features], device: device));
        register_buffer(nameof(bias), zeros([num_features], device: device));
        register_buffer(nameof(running_mean), zeros([num_features], device: device));
        register_buffer(nameof(running_var), ones([num_features], device: device));
    }

    public Tensor weight => get_buffer(nameof(weight))!;
    public Tensor bias => get_buffer(nameof(bias))!;
    public Tensor running_mean => get_buffer(nameof(running_mean))!;
    public Tensor running_var => get_buffer(nameof(running_var))!;

    /// <summary>[N, C, H, W] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var scale = weight * (running_var + eps).rsqrt();
        var shift = bias - running_mean * scale;
        long[] perChannel = [1, -1, 1, 1];
        return (input * scale.reshape(perChannel) + shift.reshape(perChannel)).MoveToOuterDisposeScope();
    }
}
