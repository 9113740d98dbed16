using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Liu et al. 2019: Adam that does not trust its variance in the first steps.</summary>
public class RAdam : MomentsOptimizer<RAdam.Options>
{
    public RAdam(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay }, parameters)
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
            var (correction1, correction2) = (1 - Math.Pow(beta1, step), 1 - Math.Pow(beta2, step));
            var limit = 2 / (1 - beta2) - 1;
            var length = limit - 2 * step * Math.Pow(beta2, step) / correction2;   // of the moving average, in steps

            Tensor[] means = part.Each(state => state.exp_avg), squares = part.Each(state => state.exp_avg_sq);
            Advance(means, squares, part.Gradients, options);
            if (length > 5)
            {
                var rectified = Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
                var roots = Foreach.sqrt.CallList(squares);
                Foreach.addNumber_.Run(roots, options.eps!.Value);
                Foreach.addcdiv_.Run(part.Parameters, means, roots, -rate / correction1 * rectified * Math.Sqrt(correction2));
            }
            else
            {
                Foreach.add_.Run(part.Parameters, means, -rate / correction1);
            }
        }
    }

    public sealed class State(Parameter parameter) : MomentsState(parameter)
    {
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
