using CnnCourse.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum: v = mu v + (1 - dampening) g, p = p - lr v.</summary>
public class SGD : OptimizerHelper, IMomentum
{
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (momentum < 0.0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        Start(new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }, parameters);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    private void Update(ParamGroup group)
    {
        var options = group.Options;
        var momentum = options.momentum!.Value;
        var batch = Collect<State>(group, weightDecay: options.weight_decay!.Value);
        if (batch.IsEmpty) return;

        var direction = batch.Gradients;
        if (momentum != 0)
        {
            var velocity = Accelerate(batch, momentum, options.dampening!.Value);
            direction = options.nesterov!.Value ? Foreach.add.CallList(direction, velocity, momentum) : velocity;
        }
        var rate = options.LearningRate!.Value;
        Foreach.add_.Run(batch.Parameters, direction, options.maximize!.Value ? rate : -rate);
    }

    // The first velocity is the gradient itself.
    private static Tensor[] Accelerate(Batch<State> batch, double momentum, double dampening)
    {
        var moving = Enumerable.Range(0, batch.States.Length).Where(k => batch.States[k].momentum_buffer is not null).ToArray();
        if (moving.Length > 0)
        {
            var velocity = Array.ConvertAll(moving, k => batch.States[k].momentum_buffer!);
            Foreach.mulNumber_.Run(velocity, momentum);
            Foreach.add_.Run(velocity, Array.ConvertAll(moving, k => batch.Gradients[k]), 1 - dampening);
        }
        for (var k = 0; k < batch.States.Length; k++)
            batch.States[k].momentum_buffer ??= copy.Call(batch.Gradients[k]).DetachFromDisposeScope();
        return batch.Each(state => state.momentum_buffer!);
    }

    private static readonly Operator copy = new("clone");

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public Tensor? momentum_buffer;

        private protected override void Visit(FieldVisitor on) => on.OnOptional(ref momentum_buffer);
        public override void Initialize(OptimizerOptions options) => Clear(ref momentum_buffer);
    }

    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref momentum);
            on.On(ref dampening);
            on.On(ref weight_decay);
            on.On(ref nesterov);
            on.On(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
