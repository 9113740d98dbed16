using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Kingma and Ba 2014; with <c>amsgrad</c>, Reddi et al. 2018.</summary>
public class Adam : MomentsOptimizer<Adam.Options>
{
    private static readonly Operator maximum_ = new("maximum", "out");

    public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize }, parameters)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    /// <summary>The gradients to follow, with weight decay in them or already done.</summary>
    private protected virtual Batch<State> Decayed(Modules.ParamGroup group, Options options) =>
        Collect<State>(group, options.maximize!.Value, options.weight_decay!.Value);

    private protected override void Update(Modules.ParamGroup group, Options options)
    {
        var batch = Decayed(group, options);
        foreach (var state in batch.States) state.step++;
        foreach (var part in batch.BySteps(state => state.step)) Update(part, options);
    }

    private static void Update(Batch<State> part, Options options)
    {
        var (means, squares, step) = (part.Each(s => s.exp_avg), part.Each(s => s.exp_avg_sq), part.States[0].step);
        Advance(means, squares, part.Gradients, options);
        var largest = options.amsgrad!.Value ? part.Each(s => s.max_exp_avg_sq!) : null;
        for (var k = 0; k < largest?.Length; k++) maximum_.Run(largest[k], squares[k], largest[k]);
        var denominators = Foreach.sqrt.CallList(largest ?? squares);
        Foreach.divNumber_.Run(denominators, Math.Sqrt(1 - Math.Pow(options.beta2!.Value, step)));
        Foreach.addNumber_.Run(denominators, options.eps!.Value);
        Foreach.addcdiv_.Run(part.Parameters, means, denominators, -options.LearningRate!.Value / (1 - Math.Pow(options.beta1!.Value, step)));
    }

    public sealed class State(Parameter parameter) : MomentsState(parameter)
    {
        public Tensor? max_exp_avg_sq;

        private protected override void Visit(FieldVisitor on)
        {
            base.Visit(on);
            on.OnOptional(ref max_exp_avg_sq);
        }

        public override void Initialize(OptimizerOptions options)
        {
            base.Initialize(options);
            if (((Options)options).amsgrad == true) Zero(ref max_exp_avg_sq!);
            else Clear(ref max_exp_avg_sq);
        }
    }

    public class Options : MomentsOptions
    {
        public bool? amsgrad;
        public bool? maximize;

        private protected override void Visit(FieldVisitor on)
        {
            base.Visit(on);
            on.On(ref amsgrad);
            on.On(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }
    }
}
