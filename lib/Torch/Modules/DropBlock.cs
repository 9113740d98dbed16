using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class DropBlock2d(double p, long block_size, bool inplace = false, double eps = 1e-6) : ParameterLessModule<Tensor, Tensor>(nameof(DropBlock2d))
{
    public override Tensor forward(Tensor input) => torchvision.ops.drop_block2d(input, p, block_size, inplace, eps, training);
}

public class DropBlock3d(double p, long block_size, bool inplace = false, double eps = 1e-6) : ParameterLessModule<Tensor, Tensor>(nameof(DropBlock3d))
{
    public override Tensor forward(Tensor input) => torchvision.ops.drop_block3d(input, p, block_size, inplace, eps, training);
}
