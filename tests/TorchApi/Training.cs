using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch.optim, its schedulers, torch.nn.utils and torch.utils.data.</summary>
public class Training
{
    private static readonly Func<IEnumerable<Parameter>, Optimizer>[] optimizers =
    [
        p => SGD(p, 0.1, momentum: 0.9, dampening: 0, weight_decay: 1e-4, nesterov: true), p => Adam(p, lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0, amsgrad: true), p => AdamW(p, 1e-3), p => RMSProp(p, 0.01, alpha: 0.99, momentum: 0.9, centered: true),
        p => Adagrad(p, 0.01, lr_decay: 0.1), p => Adadelta(p, 1.0, rho: 0.9), p => Adamax(p, 0.002), p => NAdam(p, 0.002), p => RAdam(p, 0.002), p => ASGD(p, 0.01), p => Rprop(p, 0.01),
    ];

    [Fact]
    public void Every_optimizer_lowers_a_parabola()
    {
        foreach (var make in optimizers)
        {
            using var scope = NewDisposeScope();
            using var x = new Parameter(tensor(new[] { 2.0, -3 }));
            using var optimizer = make([x]);
            var before = x.pow(2).sum().item<double>();
            for (var k = 0; k < 5; k++)
            {
                optimizer.zero_grad();
                x.pow(2).sum().backward();
                optimizer.step();
            }
            Assert.True(x.pow(2).sum().item<double>() < before, optimizer.GetType().Name);
        }
    }

    [Fact]
    public void Second_order_and_groups()
    {
        using var scope = NewDisposeScope();
        using var first = nn.Linear(2, 2);
        using var net = nn.Sequential(first, nn.Linear(2, 1));
        using var lbfgs = LBFGS(net.parameters(), lr: 0.1, max_iter: 4);
        lbfgs.step(() =>
        {
            lbfgs.zero_grad();
            var loss = net.call(ones(3, 2)).pow(2).mean();
            loss.backward();
            return loss;
        });
        using var sgd = SGD([new SGD.ParamGroup(first.parameters(), lr: 0.5), new SGD.ParamGroup(net.parameters().Skip(2), lr: 0.1)], 0.1);
        Assert.Equal([0.5, 0.1], sgd.ParamGroups.Select(g => g.LearningRate));
        sgd.ParamGroups.First().LearningRate = 0.2;
        var state = sgd.state_dict();
        sgd.load_state_dict(state);
    }

    [Fact]
    public void Schedulers_change_the_learning_rate()
    {
        using var scope = NewDisposeScope();
        using var x = new Parameter(ones(1));
        Func<Optimizer, lr_scheduler.LRScheduler>[] schedulers =
        [
            o => lr_scheduler.StepLR(o, 2, gamma: 0.1), o => lr_scheduler.MultiStepLR(o, [2, 4]), o => lr_scheduler.ExponentialLR(o, 0.9), o => lr_scheduler.CosineAnnealingLR(o, 10), o => lr_scheduler.PolynomialLR(o, total_iters: 5, power: 2),
            o => lr_scheduler.LinearLR(o, start_factor: 0.5), o => lr_scheduler.ConstantLR(o), o => lr_scheduler.LambdaLR(o, e => 1.0 / (e + 1)), o => lr_scheduler.MultiplicativeLR(o, _ => 0.9), o => lr_scheduler.OneCycleLR(o, 0.1, total_steps: 10),
            o => lr_scheduler.CyclicLR(o, 0.01, 0.1), o => lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)], [2]),
        ];
        foreach (var make in schedulers)
        {
            using var optimizer = SGD([x], 0.1, momentum: 0.9);
            var scheduler = make(optimizer);
            for (var k = 0; k < 6; k++)
            {
                optimizer.step();
                scheduler.step();
            }
            Assert.True(scheduler.get_last_lr().Any());
        }
        using var plain = SGD([x], 0.1);
        var plateau = lr_scheduler.ReduceLROnPlateau(plain, mode: "min", factor: 0.5, patience: 0);
        plateau.step(1.0);
        plateau.step(2.0);
        Assert.Equal(0.05, plain.ParamGroups.First().LearningRate, 9);
    }

    [Fact]
    public void Gradients_are_clipped_and_parameters_flattened()
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(3, 2);
        (linear.call(ones(1, 3)).sum() * 100).backward();
        var norm = nn.utils.clip_grad_norm_(linear.parameters(), 1.0);
        Assert.True(norm > 1);
        nn.utils.clip_grad_value_(linear.parameters(), 0.1);
        var vector = nn.utils.parameters_to_vector(linear.parameters());
        Assert.Equal(8, vector.numel());
        nn.utils.vector_to_parameters(vector, linear.parameters());
    }

    private sealed class Squares : utils.data.Dataset
    {
        public override long Count => 10;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = tensor(index), ["y"] = tensor(index * index) };
    }

    [Fact]
    public void Data_loaders_make_batches()
    {
        using var scope = NewDisposeScope();
        using var data = new Squares();
        using var loader = new DataLoader(data, 4, shuffle: true, seed: 1, num_worker: 2, drop_last: false);
        Assert.Equal(3, loader.Count);
        Assert.Equal(10, loader.Sum(batch => batch["x"].shape[0]));
        using var pairs = utils.data.TensorDataset(arange(6), arange(6) * 2);
        using var pairLoader = utils.data.DataLoader(pairs, 3);
        Assert.Equal(2, pairLoader.Count);
        Assert.Equal(6, pairs.Count);
    }
}
