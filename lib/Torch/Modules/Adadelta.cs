using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeiler 2012: steps in units of the parameter, with no learning rate to choose.</summary>
public class Adadelta : OptimizerHelper
{
    public Adadelta(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (rho is < 0.0 or > 1.0) throw new ArgumentException($"Invalid rho value: {rho}");
        if (eps < 0.0) throw new ArgumentException($"Invalid eps value: {eps}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        Start(new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize }, parameters);
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Update, closure);

    private void Update(ParamGroup<Options> group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, options.maximize!.Value, options.weight_decay!.Value);
        if (batch.IsEmpty) return;
        var (rho, eps) = (options.rho!.Value, options.eps!.Value);
        var squares = batch.Each(state => state.square_avg);
        var deltas = batch.Each(state => state.acc_delta);
        Foreach.mulNumber_.Run(squares, rho);
        Foreach.addcmul_.Run(squares, batch.Gradients, batch.Gradients, 1 - rho);
        for (var k = 0; k < squares.Length; k++)
        {
            var delta = (deltas[k] + eps).sqrt_().div_((squares[k] + eps).sqrt_()).mul_(batch.Gradients[k]);
            deltas[k].mul_(rho).addcmul_(delta, delta, 1 - rho);
            batch.Parameters[k].add_(delta, -options.LearningRate!.Value);
            batch.States[k].step++;
        }
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor acc_delta = null!;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref square_avg);
            on.On(ref acc_delta);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref square_avg);
            Zero(ref acc_delta);
        }
    }

    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref rho);
            on.On(ref eps);
            on.On(ref weight_decay);
            on.On(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
