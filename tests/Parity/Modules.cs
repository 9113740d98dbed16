using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Parity;

/// <summary>What reference.py calls <c>trained</c> and <c>descended</c>.</summary>
internal static class Modules
{
    /// <summary>A module's outputs, gradients of the sum of their squares for its parameters, and its buffers after that.</summary>
    internal static object Answer<TResult>(Module module, TResult value)
    {
        var outputs = ParityCase.Flatten(value);
        var parameters = module.parameters().Cast<Tensor>().ToArray();
        var total = outputs.Where(t => t.requires_grad).Select(t => (t * t).sum()).Aggregate((a, b) => a + b);
        var gradients = parameters.Length == 0 ? [] : autograd.grad([total], parameters, retain_graph: true, allow_unused: true);
        return (value, gradients.Where(g => g is not null).ToArray(), module.buffers().Select(b => b.clone()).ToArray());
    }

    internal static object Trained(Module<Tensor, Tensor> module, Tensor x) => Answer(module, module.call(x));

    /// <summary>A network's parameters after some steps on a small regression, and the learning rates.</summary>
    internal static object Descended(Func<Sequential, optim.Optimizer> make, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler>? schedule = null, int steps = 20)
    {
        manual_seed(7);
        var model = Sequential(Linear(5, 8), Tanh(), Linear(8, 3));
        var (x, y) = (randn(16, 5), randn(16, 3));
        var optimizer = make(model);
        var scheduler = schedule?.Invoke(optimizer);
        var rates = new List<double>();
        for (var k = 0; k < steps; k++)
        {
            optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = functional.mse_loss(model.call(x), y);
                loss.backward();
                return loss;
            });
            if (scheduler is optim.lr_scheduler.impl.ReduceLROnPlateau) scheduler.step(1.0);
            else scheduler?.step();
            rates.Add(optimizer.ParamGroups.First().LearningRate);
        }
        return (model.parameters().Select(p => p.detach()).ToArray(), tensor(rates.ToArray()));
    }
}
