using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Kingma and Ba 2014, section 7.1: Adam with the largest gradient in place of the mean square.</summary>
public class Adamax : MomentsOptimizer<Adamax.Options>
{
    public Adamax(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay }, parameters)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Modules.ParamGroup group, Options options)
    {
        var batch = Collect<State>(group, weightDecay: options.weight_decay!.Value);
        if (batch.IsEmpty) return;
        var (beta1, beta2, eps) = (options.beta1!.Value, options.beta2!.Value, options.eps!.Value);
        var means = batch.Each(state => state.exp_avg);
        Foreach.mulNumber_.Run(means, beta1);
        Foreach.add_.Run(means, batch.Gradients, 1 - beta1);
        for (var k = 0; k < means.Length; k++)
        {
            var state = batch.States[k];
            state.step++;
            state.exp_inf.copy_(maximum(state.exp_inf * beta2, batch.Gradients[k].abs().add_(eps)));
            var rate = options.LearningRate!.Value / (1 - Math.Pow(beta1, state.step));
            batch.Parameters[k].addcdiv_(means[k], state.exp_inf, -rate);
        }
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_inf = null!;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref exp_avg);
            on.On(ref exp_inf);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref exp_avg);
            Zero(ref exp_inf);
        }
    }

    public class Options : MomentsOptions
    {
    }

    public class ParamGroup : MomentsGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
        }
    }
}
