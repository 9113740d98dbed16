using TorchSharp.Modules;
using static CnnCourse.Parity.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace CnnCourse.Parity.Cases;

/// <summary>Twenty steps of every optimiser and scheduler.</summary>
public sealed class NnOptim : Parity<NnOptim>, ICases
{
    // Differences of near-equal gradients: what the last bits of a dot product do there grows with each iteration.
    private const double Curvature = 1e-3;

    private static ParityCase Descent(string python, Func<Sequential, Optimizer> make, int steps = 20, double rtol = ParityCase.Ordinary) =>
        Case(python, $"descended(lambda m: optim.{python}, steps={steps})", () => Descended(make, steps: steps), grad: false, rtol);

    private static ParityCase Schedule(string python, Func<Optimizer, LRScheduler> schedule, string optimizer = "SGD(m.parameters(), 0.1)", Func<Sequential, Optimizer>? make = null) =>
        Case(python, $"descended(lambda m: optim.{optimizer}, schedule=lambda o: optim.lr_scheduler.{python})", () => Descended(make ?? (m => SGD(m.parameters(), 0.1)), schedule), grad: false);

    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Descent("SGD(m.parameters(), 0.1)", m => SGD(m.parameters(), 0.1)),
        Descent("SGD(m.parameters(), 0.1, momentum=0.9, dampening=0.2, weight_decay=0.01)", m => SGD(m.parameters(), 0.1, 0.9, 0.2, 0.01)),
        Descent("SGD(m.parameters(), 0.1, momentum=0.9, nesterov=True)", m => SGD(m.parameters(), 0.1, 0.9, nesterov: true)),
        Descent("SGD(m.parameters(), 0.01, momentum=0.5, maximize=True)", m => SGD(m.parameters(), 0.01, 0.5, maximize: true)),
        Descent("SGD([dict(params=m[0].parameters(), lr=0.2), dict(params=m[2].parameters(), momentum=0.5)], 0.1)",
            m => SGD([new SGD.ParamGroup { Parameters = ((TorchSharp.Modules.Linear)m[0]).parameters(), Options = new SGD.Options { LearningRate = 0.2 } },
                new SGD.ParamGroup { Parameters = ((TorchSharp.Modules.Linear)m[2]).parameters(), Options = new SGD.Options { momentum = 0.5 } }], 0.1)),
        Descent("Adam(m.parameters(), 0.01)", m => Adam(m.parameters(), 0.01)),
        Descent("Adam(m.parameters(), 0.01, (0.8, 0.99), weight_decay=0.1, amsgrad=True)", m => Adam(m.parameters(), 0.01, 0.8, 0.99, weight_decay: 0.1, amsgrad: true)),
        Descent("Adam(m.parameters(), 0.01, maximize=True)", m => Adam(m.parameters(), 0.01, maximize: true)),
        Descent("AdamW(m.parameters(), 0.01, weight_decay=0.1)", m => AdamW(m.parameters(), 0.01, weight_decay: 0.1)),
        Descent("AdamW(m.parameters(), 0.01, weight_decay=0.1, amsgrad=True)", m => AdamW(m.parameters(), 0.01, weight_decay: 0.1, amsgrad: true)),
        Descent("Adadelta(m.parameters(), weight_decay=0.1)", m => Adadelta(m.parameters(), weight_decay: 0.1)),
        Descent("Adagrad(m.parameters(), 0.05, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2)", m => Adagrad(m.parameters(), 0.05, 0.1, 0.1, 0.2)),
        Descent("Adamax(m.parameters(), 0.01, weight_decay=0.1)", m => Adamax(m.parameters(), 0.01, weight_decay: 0.1)),
        Descent("ASGD(m.parameters(), 0.05, t0=10, weight_decay=0.1)", m => ASGD(m.parameters(), 0.05, t0: 10, weight_decay: 0.1)),
        // PyTorch 1.13 multiplies mu in twice when it goes parameter by parameter; its foreach form, like later versions, does not.
        Descent("NAdam(m.parameters(), 0.01, weight_decay=0.1, foreach=True)", m => NAdam(m.parameters(), 0.01, weight_decay: 0.1)),
        Descent("RAdam(m.parameters(), 0.01, weight_decay=0.1)", m => RAdam(m.parameters(), 0.01, weight_decay: 0.1)),
        Descent("RMSprop(m.parameters(), 0.01, weight_decay=0.1)", m => RMSProp(m.parameters(), 0.01, weight_decay: 0.1)),
        Descent("RMSprop(m.parameters(), 0.01, momentum=0.9, centered=True)", m => RMSProp(m.parameters(), 0.01, momentum: 0.9, centered: true)),
        Descent("Rprop(m.parameters(), 0.01)", m => Rprop(m.parameters(), 0.01)),
        Descent("LBFGS(m.parameters(), 0.5, max_iter=5, history_size=4)", m => LBFGS(m.parameters(), 0.5, 5, history_size: 4), steps: 5, rtol: Curvature),
        Schedule("StepLR(o, 4, 0.5)", o => StepLR(o, 4, 0.5)),
        Schedule("MultiStepLR(o, [3, 8, 8, 12], 0.5)", o => MultiStepLR(o, [3, 8, 8, 12], 0.5)),
        Schedule("ExponentialLR(o, 0.9)", o => ExponentialLR(o, 0.9)),
        Schedule("ConstantLR(o, 0.5, 6)", o => ConstantLR(o, 0.5, 6)),
        Schedule("LinearLR(o, 0.1, 1.0, 8)", o => LinearLR(o, 0.1, 1.0, 8)),
        Schedule("PolynomialLR(o, 12, 2.0)", o => PolynomialLR(o, 12, 2.0)),
        Schedule("CosineAnnealingLR(o, 8, 0.01)", o => CosineAnnealingLR(o, 8, 0.01)),
        Schedule("LambdaLR(o, lambda k: 0.95 ** k)", o => LambdaLR(o, k => Math.Pow(0.95, k))),
        Schedule("MultiplicativeLR(o, lambda k: 1 / (1 + 0.1 * k))", o => MultiplicativeLR(o, k => 1 / (1 + 0.1 * k))),
        Schedule("SequentialLR(o, [optim.lr_scheduler.LinearLR(o, 0.1, 1.0, 5), optim.lr_scheduler.CosineAnnealingLR(o, 10)], [5])", o => SequentialLR(o, [LinearLR(o, 0.1, 1.0, 5), CosineAnnealingLR(o, 10)], [5])),
        Schedule("ChainedScheduler([optim.lr_scheduler.ConstantLR(o, 0.1, 3), optim.lr_scheduler.ExponentialLR(o, 0.9)])", o => ChainedLR([ConstantLR(o, 0.1, 3), ExponentialLR(o, 0.9)])),
        Schedule("ReduceLROnPlateau(o, factor=0.5, patience=3, cooldown=2, min_lr=0.01)", o => ReduceLROnPlateau(o, factor: 0.5, patience: 3, cooldown: 2, min_lr: [0.01])),
        Schedule("CyclicLR(o, 0.01, 0.2, 4, 6, mode='triangular2')", o => CyclicLR(o, 0.01, 0.2, 4, 6, lr_scheduler.impl.CyclicLR.Mode.Triangular2), "SGD(m.parameters(), 0.1, momentum=0.9)", m => SGD(m.parameters(), 0.1, 0.9)),
        Schedule("CyclicLR(o, 0.01, 0.2, 4, mode='exp_range', gamma=0.9, cycle_momentum=False)", o => CyclicLR(o, 0.01, 0.2, 4, mode: lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.9, cycle_momentum: false)),
        Schedule("OneCycleLR(o, 0.3, 25)", o => OneCycleLR(o, 0.3, 25), "SGD(m.parameters(), 0.1, momentum=0.9)", m => SGD(m.parameters(), 0.1, 0.9)),
        Schedule("OneCycleLR(o, 0.03, epochs=5, steps_per_epoch=5, anneal_strategy='linear', three_phase=True)", o => OneCycleLR(o, 0.03, epochs: 5, steps_per_epoch: 5, anneal_strategy: lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true), "Adam(m.parameters(), 0.1)", m => Adam(m.parameters(), 0.1)),
        Case("clip_grad_norm_", "m = nn.Linear(4, 3); (m(x) ** 2).sum().backward(); n = nn.utils.clip_grad_norm_(m.parameters(), 0.5); out = n.double(), [p.grad for p in m.parameters()]",
            x => Clipped(x, p => tensor(nn.utils.clip_grad_norm_(p, 0.5))), [5, 4], grad: false),
        Case("clip_grad_norm_ by the largest", "m = nn.Linear(4, 3); (m(x) ** 2).sum().backward(); n = nn.utils.clip_grad_norm_(m.parameters(), 0.5, math.inf); out = n.double(), [p.grad for p in m.parameters()]",
            x => Clipped(x, p => tensor(nn.utils.clip_grad_norm_(p, 0.5, double.PositiveInfinity))), [5, 4], grad: false),
        Case("clip_grad_value_", "m = nn.Linear(4, 3); (m(x) ** 2).sum().backward(); nn.utils.clip_grad_value_(m.parameters(), 0.5); out = [p.grad for p in m.parameters()]",
            x => Clipped(x, p => { nn.utils.clip_grad_value_(p, 0.5); return null; }), [5, 4], grad: false),
        Case("parameters_to_vector", "nn.utils.parameters_to_vector(nn.Linear(4, 3).parameters())", () => nn.utils.parameters_to_vector(Linear(4, 3).parameters()), grad: false),
    ];

    private static (Tensor?, Tensor[]) Clipped(Tensor x, Func<IEnumerable<Parameter>, Tensor?> clip)
    {
        var module = Linear(4, 3);
        module.call(x).pow(2).sum().backward();
        var length = clip(module.parameters());
        return (length, module.parameters().Select(p => p.grad!).ToArray());
    }
}
