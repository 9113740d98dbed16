using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>A forward pass in eval mode that leaves the network in the mode it was in.</summary>
internal static class Evaluating
{
    internal static Tensor Run(Module<Tensor, Tensor> network, Tensor images)
    {
        var wasTraining = network.training;
        try
        {
            network.eval();
            return network.call(images);
        }
        finally
        {
            network.train(wasTraining);
        }
    }
}
