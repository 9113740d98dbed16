using CnnCourse.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Loshchilov and Hutter 2017: Adam whose weight decay bypasses the moments.</summary>
public class AdamW : OptimizerHelper, IBetas
{
    public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0) throw new ArgumentException($"Invalid epsilon: {eps}");
        if (beta1 is < 0 or >= 1.0) throw new ArgumentException($"Invalid beta1: {beta1}");
        if (beta2 is < 0 or >= 1.0) throw new ArgumentException($"Invalid beta2: {beta2}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        Start(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize }, parameters);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    private void Update(ParamGroup group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, options.maximize!.Value);
        if (batch.IsEmpty) return;
        var decay = options.weight_decay!.Value;
        if (decay != 0) Foreach.mulNumber_.Run(batch.Parameters, 1 - options.LearningRate!.Value * decay);
        foreach (var state in batch.States) state.step++;
        foreach (var part in batch.BySteps(state => state.step))
            AdamUpdate.Run(part.Parameters, part.Gradients, part.Each(s => s.exp_avg), part.Each(s => s.exp_avg_sq),
                options.amsgrad!.Value ? part.Each(s => s.max_exp_avg_sq!) : null, part.States[0].step,
                options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value);
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref exp_avg);
            on.On(ref exp_avg_sq);
            on.OnOptional(ref max_exp_avg_sq);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref exp_avg);
            Zero(ref exp_avg_sq);
            if (((Options)options).amsgrad == true) Zero(ref max_exp_avg_sq!);
            else Clear(ref max_exp_avg_sq);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? weight_decay;
        public double? eps;
        public bool? amsgrad;
        public bool? maximize;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref beta1);
            on.On(ref beta2);
            on.On(ref eps);
            on.On(ref weight_decay);
            on.On(ref amsgrad);
            on.On(ref maximize);
        }
    }

    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
