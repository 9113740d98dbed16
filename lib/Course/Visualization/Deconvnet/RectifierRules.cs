using CnnCourse.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Visualization;

/// <summary>Puts a <see cref="BackwardRule"/> in the place of the derivative at each ReLU of a network, and takes it off again.</summary>
/// <remarks>A rectifier must be a module, in place or not, used once or often; one that is called as a function cannot be reached.</remarks>
internal sealed class RectifierRules : IDisposable
{
    // The identity, whose way back lets only what is positive by.
    private sealed class Rectified : autograd.SingleTensorFunction<Rectified>
    {
        public override string Name => nameof(Rectified);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output.relu()];
    }

    private readonly List<Action> removers = [];

    internal RectifierRules(Module network, BackwardRule rule)
    {
        if (rule == BackwardRule.Gradient) return;
        foreach (var module in (IEnumerable<Module>)[network, .. network.modules()])
        {
            if (rule == BackwardRule.Deconvolution && IsLetBy(module)) LetSignalsBy((Module<Tensor, Tensor>)module);
            if (module is ReLU relu) RectifySignals(relu);
        }
    }

    public void Dispose() => removers.ForEach(remove => remove());

    private static bool IsLetBy(Module module) =>
        module is TorchSharp.Modules.ReLU or LocalResponseNormalization or TorchSharp.Modules.LocalResponseNorm;

    // The layer works on a copy; its output is put together so that it has the layer's value and the identity's derivative.
    private void LetSignalsBy(Module<Tensor, Tensor> layer)
    {
        var inputs = new Stack<Tensor>();
        removers.Add(layer.register_forward_pre_hook((_, x) =>
        {
            inputs.Push(x);
            return x.detach().clone();
        }).remove);
        removers.Add(layer.register_forward_hook((_, _, y) =>
        {
            var x = inputs.Pop();
            return x + (y - x.detach());
        }).remove);
    }

    private void RectifySignals(ReLU layer) => removers.Add(layer.register_forward_hook((_, _, y) => Rectified.apply(y)).remove);
}
