using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace CnnCourse.Torch;

/// <summary>What Adam and its kin share: running means of gradients and of their squares, with decays beta1 and beta2.</summary>
public abstract class MomentsOptimizer<TOptions> : OptimizerHelper, IBetas where TOptions : MomentsOptions, new()
{
    private protected MomentsOptimizer(TOptions defaults, IEnumerable<ParamGroup> groups)
    {
        defaults.Check();
        Start(defaults, groups);
    }

    public (double, double) Betas
    {
        get => ((TOptions)_defaults).Betas;
        set => ((TOptions)_defaults).Betas = value;
    }

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<TOptions>>(group => Update(group, group.Options), closure);

    private protected abstract void Update(ParamGroup group, TOptions options);
    private protected override OptimizerOptions NewOptions() => new TOptions();

    private protected static void Advance(Tensor[] means, Tensor[] squares, Tensor[] gradients, TOptions options)
    {
        var (beta1, beta2) = options.Betas;
        Foreach.mulNumber_.Run(means, beta1);
        Foreach.add_.Run(means, gradients, 1 - beta1);
        Foreach.mulNumber_.Run(squares, beta2);
        Foreach.addcmul_.Run(squares, gradients, gradients, 1 - beta2);
    }
}

public abstract class MomentsOptions : OptimizerOptions
{
    public double? beta1;
    public double? beta2;
    public double? eps;
    public double? weight_decay;

    internal (double, double) Betas
    {
        get => (beta1!.Value, beta2!.Value);
        set => (beta1, beta2) = value;
    }

    internal virtual void Check()
    {
        if (LearningRate < 0) throw new ArgumentException($"Invalid learning rate: {LearningRate}");
        if (eps < 0) throw new ArgumentException($"Invalid eps value: {eps}");
        if (beta1 is < 0 or >= 1) throw new ArgumentException($"Invalid beta1 value: {beta1}");
        if (beta2 is < 0 or >= 1) throw new ArgumentException($"Invalid beta2 value: {beta2}");
        if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
    }

    private protected override void Visit(FieldVisitor on)
    {
        on.On(ref beta1);
        on.On(ref beta2);
        on.On(ref eps);
        on.On(ref weight_decay);
    }
}

public abstract class MomentsGroup<TOptions> : ParamGroup<TOptions>, IBetas where TOptions : MomentsOptions
{
    private protected MomentsGroup()
    {
    }

    private protected MomentsGroup(IEnumerable<Parameter> parameters, TOptions options) : base(parameters, options)
    {
    }

    public (double, double) Betas
    {
        get => Options.Betas;
        set => Options.Betas = value;
    }
}

public abstract class MomentsState(Parameter parameter) : OptimizerState(parameter)
{
    public long step;
    public Tensor exp_avg = null!;
    public Tensor exp_avg_sq = null!;

    private protected override void Visit(FieldVisitor on)
    {
        on.On(ref step);
        on.On(ref exp_avg);
        on.On(ref exp_avg_sq);
    }

    public override void Initialize(OptimizerOptions options)
    {
        step = 0;
        Zero(ref exp_avg);
        Zero(ref exp_avg_sq);
    }
}
