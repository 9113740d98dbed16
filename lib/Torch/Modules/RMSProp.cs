using CnnCourse.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Hinton 2012, lecture 6: gradients divided by the root of their mean square.</summary>
public class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0.0) throw new ArgumentException($"Invalid eps value: {eps}");
        if (alpha < 0.0) throw new ArgumentException($"Invalid alpha value: {alpha}");
        if (momentum < 0.0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        Start(new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize }, parameters);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Update, closure);

    private void Update(ParamGroup<Options> group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, options.maximize!.Value, options.weight_decay!.Value);
        if (batch.IsEmpty) return;
        var (alpha, momentum, rate) = (options.alpha!.Value, options.momentum!.Value, options.LearningRate!.Value);
        foreach (var state in batch.States) state.step++;
        var squares = batch.Each(state => state.square_avg);
        Foreach.mulNumber_.Run(squares, alpha);
        Foreach.addcmul_.Run(squares, batch.Gradients, batch.Gradients, 1 - alpha);
        if (options.centered!.Value)
        {
            var means = batch.Each(state => state.grad_avg!);
            Foreach.mulNumber_.Run(means, alpha);
            Foreach.add_.Run(means, batch.Gradients, 1 - alpha);
            squares = Foreach.addcmul.CallList(squares, means, means, -1);
        }
        var roots = Foreach.sqrt.CallList(squares);
        Foreach.addNumber_.Run(roots, options.eps!.Value);
        if (momentum == 0)
        {
            Foreach.addcdiv_.Run(batch.Parameters, batch.Gradients, roots, -rate);
            return;
        }
        var velocity = batch.Each(state => state.momentum_buffer!);
        Foreach.mulNumber_.Run(velocity, momentum);
        Foreach.addcdiv_.Run(velocity, batch.Gradients, roots, 1);
        Foreach.add_.Run(batch.Parameters, velocity, -rate);
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref square_avg);
            on.OnOptional(ref momentum_buffer);
            on.OnOptional(ref grad_avg);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref square_avg);
            Zero(ref grad_avg!);
            Zero(ref momentum_buffer!);
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref maximize);
            on.On(ref momentum);
            on.On(ref alpha);
            on.On(ref eps);
            on.On(ref weight_decay);
            on.On(ref centered);
        }
    }

    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
