using CnnCourse.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>A network for experiments that vary one ingredient of AlexNet: three convolutions and two linear layers over 14 × 14 pixels, trained in a second.</summary>
public static class SmallNet
{
    /// <summary>[N, 1, 14, 14] → [N, 10], with He's weights. The hidden layer of 64 units is child "11".</summary>
    /// <param name="unit">Makes the nonlinearity, once for each of the four hidden layers.</param>
    /// <param name="normalised">Local response normalisation after the first two nonlinearities (Krizhevsky et al. 2012, §3.3).</param>
    /// <param name="overlapping">Windows of 3 in steps of 2 for the two poolings (§3.4); else of 2 in steps of 2.</param>
    public static Module<Tensor, Tensor> Create(Func<Module<Tensor, Tensor>> unit, bool normalised = false, bool overlapping = true)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var net = Sequential(
            Conv2d(1, 12, 5, padding: 2), unit(), Norm(), Pool(),
            Conv2d(12, 16, 3, padding: 1), unit(), Norm(), Pool(),
            Conv2d(16, 16, 3, padding: 1), unit(), Flatten(),
            Linear(256, 64), unit(), Linear(64, 10));
        Initialise.He(net);
        return net;

        Module<Tensor, Tensor> Norm() => normalised ? LocalResponseNormalization.Paper() : Identity();
        Module<Tensor, Tensor> Pool() => overlapping ? MaxPool2d(3, 2, 1) : MaxPool2d(2, ceil_mode: true);
    }
}
