using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>Takes a copy of a layer's output as it passes.</summary>
internal sealed class Tap : IDisposable
{
    private readonly Action remove;

    /// <exception cref="UnknownNameException">There is no such layer; the message offers the nearest.</exception>
    internal Tap(Module<Tensor, Tensor> network, string layer, bool keepsGraph = false)
    {
        var module = Find(network, layer);
        // A copy, for the next layer may work in place.
        remove = module.register_forward_hook((_, _, output) =>
        {
            Value?.Dispose();
            Value = (keepsGraph ? output.clone() : output.detach().clone()).DetachFromDisposeScope();
            return output;
        }).remove;
    }

    /// <summary>The output of the last call; null before it.</summary>
    internal Tensor? Value { get; private set; }

    public void Dispose()
    {
        remove();
        Value?.Dispose();
    }

    private static Module<Tensor, Tensor> Find(Module<Tensor, Tensor> network, string layer)
    {
        if (layer.Length == 0) return network;
        var layers = network.named_modules().Where(m => m.Item2 is Module<Tensor, Tensor>).ToArray();
        return layers.FirstOrDefault(m => m.Item1 == layer).Item2 as Module<Tensor, Tensor>
            ?? throw new UnknownNameException("layer", layer, layers.Select(m => m.Item1));
    }
}
