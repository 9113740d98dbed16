using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Dozat 2016: Adam with Nesterov momentum.</summary>
public class NAdam : MomentsOptimizer<NAdam.Options>
{
    public NAdam(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, double momentum_decay = 4e-3)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay }, parameters)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Modules.ParamGroup group, Options options)
    {
        var batch = Collect<State>(group, weightDecay: options.weight_decay!.Value);
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
            Advance(means, squares, part.Gradients, options);
            var denominators = Array.ConvertAll(squares, square => (square / (1 - Math.Pow(beta2, step))).sqrt_().add_(options.eps!.Value));
            Foreach.addcdiv_.Run(part.Parameters, part.Gradients, denominators, -rate * (1 - now) / (1 - product));
            Foreach.addcdiv_.Run(part.Parameters, means, denominators, -rate * next / (1 - product * next));
        }
    }

    public sealed class State(Parameter parameter) : MomentsState(parameter)
    {
        public double mu_product;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref mu_product);
            on.On(ref exp_avg);
            on.On(ref exp_avg_sq);
        }

        public override void Initialize(OptimizerOptions options)
        {
            base.Initialize(options);
            mu_product = 1;
        }
    }

    public class Options : MomentsOptions
    {
        public double? momentum_decay;

        internal override void Check()
        {
            base.Check();
            if (momentum_decay < 0) throw new ArgumentException($"Invalid momentum_decay value: {momentum_decay}");
        }

        private protected override void Visit(FieldVisitor on)
        {
            base.Visit(on);
            on.On(ref momentum_decay);
        }
    }

    public class ParamGroup : MomentsGroup<Options>
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
    }
}
