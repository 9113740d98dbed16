using CnnCourse.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Dozat 2016: Adam with Nesterov momentum.</summary>
public class NAdam : OptimizerHelper, IBetas
{
    public NAdam(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (beta1 is < 0.0 or >= 1.0) throw new ArgumentException($"Invalid beta1 value: {beta1}");
        if (beta2 is < 0.0 or >= 1.0) throw new ArgumentException($"Invalid beta2 value: {beta2}");
        if (eps < 0.0) throw new ArgumentException($"Invalid eps value: {eps}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (momentum_decay < 0.0) throw new ArgumentException($"Invalid momentum_decay value: {momentum_decay}");
        Start(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay }, parameters);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Update, closure);

    private void Update(ParamGroup<Options> group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, weightDecay: options.weight_decay!.Value);
        if (batch.IsEmpty) return;
        var (beta1, beta2, rate) = (options.beta1!.Value, options.beta2!.Value, options.LearningRate!.Value);
        foreach (var state in batch.States) state.step++;
        foreach (var part in batch.BySteps(state => state.step))
        {
            var step = part.States[0].step;
            double Momentum(long at) => beta1 * (1 - 0.5 * Math.Pow(0.96, at * options.momentum_decay!.Value));
            var (now, next) = (Momentum(step), Momentum(step + 1));
            foreach (var state in part.States) state.mu_product *= now;
            var product = part.States[0].mu_product;

            Tensor[] means = part.Each(state => state.exp_avg), squares = part.Each(state => state.exp_avg_sq);
            Foreach.mulNumber_.Run(means, beta1);
            Foreach.add_.Run(means, part.Gradients, 1 - beta1);
            Foreach.mulNumber_.Run(squares, beta2);
            Foreach.addcmul_.Run(squares, part.Gradients, part.Gradients, 1 - beta2);
            var denominators = Array.ConvertAll(squares, square => (square / (1 - Math.Pow(beta2, step))).sqrt_().add_(options.eps!.Value));
            Foreach.addcdiv_.Run(part.Parameters, part.Gradients, denominators, -rate * (1 - now) / (1 - product));
            Foreach.addcdiv_.Run(part.Parameters, means, denominators, -rate * next / (1 - product * next));
        }
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public double mu_product;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref mu_product);
            on.On(ref exp_avg);
            on.On(ref exp_avg_sq);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref exp_avg);
            Zero(ref exp_avg_sq);
            mu_product = 1;
        }
    }

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public double? momentum_decay;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref beta1);
            on.On(ref beta2);
            on.On(ref eps);
            on.On(ref weight_decay);
            on.On(ref momentum_decay);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
