using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Duchi et al. 2011: the step shrinks with the gradients seen so far, for each parameter.</summary>
public class Adagrad : OptimizerHelper
{
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (lr_decay < 0.0) throw new ArgumentException($"Invalid lr_decay value: {lr_decay}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (initial_accumulator_value < 0.0) throw new ArgumentException($"Invalid initial_accumulator_value value: {initial_accumulator_value}");
        if (eps < 0.0) throw new ArgumentException($"Invalid eps value: {eps}");
        Start(new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps }, parameters);
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Update, closure);

    private void Update(ParamGroup<Options> group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, weightDecay: options.weight_decay!.Value);
        if (batch.IsEmpty) return;
        var sums = batch.Each(state => state.sum);
        Foreach.addcmul_.Run(sums, batch.Gradients, batch.Gradients, 1);
        foreach (var state in batch.States) state.step++;
        foreach (var part in batch.BySteps(state => state.step))
        {
            var roots = Foreach.sqrt.CallList(part.Each(state => state.sum));
            Foreach.addNumber_.Run(roots, options.eps!.Value);
            var rate = options.LearningRate!.Value / (1 + (part.States[0].step - 1) * options.lr_decay!.Value);
            Foreach.addcdiv_.Run(part.Parameters, part.Gradients, roots, -rate);
        }
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor sum = null!;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref sum);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref sum);
            using var guard = no_grad();
            InPlace.addNumber.Run(sum, ((Options)options).initial_accumulator_value!.Value);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? initial_accumulator_value;
        public double? eps;
        public double? weight_decay;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref lr_decay);
            on.On(ref initial_accumulator_value);
            on.On(ref eps);
            on.On(ref weight_decay);
        }
    }

    public class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
        {
        }
    }
}
