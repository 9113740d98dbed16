using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>Sends a signal from a layer of a network back to the pixels.</summary>
/// <remarks>
/// A deconvnet is a backward pass: the derivative of a convolution is the transposed convolution, that of max pooling puts
/// each signal back where the forward pass found the maximum (its switches), and only at the rectifiers the two differ.
/// So any tree of modules will do, branches and shortcuts among them. Where pooling windows overlap and share a maximum, their signals add up.
/// </remarks>
public static class BackwardPass
{
    /// <summary>[N, C, H, W] → [N, C, H, W]: the pattern in the pixels that the signal stands for.</summary>
    /// <param name="network">Any tree of modules; it runs in eval mode and is left as it was.</param>
    /// <param name="layer">The layer's path, as in a layer table: <c>features.3</c>.</param>
    /// <param name="images">Prepared as in training.</param>
    /// <param name="signal">From the layer's output to what is sent back, of the same shape; <see cref="Signal"/> has the usual ones.</param>
    /// <param name="rule">What happens at the rectifiers.</param>
    /// <exception cref="UnknownNameException">There is no such layer; the message offers the nearest.</exception>
    /// <exception cref="ArgumentException">The forward pass does not come by the layer, or the signal has another shape.</exception>
    public static Tensor Of(
        Module<Tensor, Tensor> network, string layer, Tensor images, Func<Tensor, Tensor> signal, BackwardRule rule = BackwardRule.Deconvolution)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(signal);
        using var scope = NewDisposeScope();
        using var graph = enable_grad();
        using var rules = new RectifierRules(network, rule);
        var pixels = images.detach().clone().requires_grad_();
        using var output = new Tap(network, layer, keepsGraph: true);
        Evaluating.Run(network, pixels);
        var maps = output.Value ?? throw new ArgumentException($"the forward pass does not come by '{layer}'", nameof(layer));
        using var quiet = no_grad();
        var start = signal(maps.detach());
        if (!start.shape.SequenceEqual(maps.shape))
            throw new ArgumentException($"the signal is [{string.Join(", ", start.shape)}], but '{layer}' puts out [{string.Join(", ", maps.shape)}]", nameof(signal));
        return autograd.grad([maps], [pixels], [start])[0].MoveToOuterDisposeScope();
    }
}
