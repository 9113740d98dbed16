using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Polyak and Juditsky 1992: the average of the parameters over the steps is kept beside them.</summary>
public class ASGD : OptimizerHelper
{
    public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    public ASGD(IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        Start(new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize }, parameters);
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Update, closure);

    private void Update(ParamGroup<Options> group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, options.maximize!.Value, options.weight_decay!.Value);
        if (batch.IsEmpty) return;
        var (lambd, rate) = (options.lambd!.Value, options.LearningRate!.Value);
        for (var k = 0; k < batch.States.Length; k++)
        {
            var (state, parameter) = (batch.States[k], batch.Parameters[k]);
            state.step++;
            parameter.mul_(1 - lambd * state.eta);
            parameter.add_(batch.Gradients[k], -state.eta);
            if (state.mu != 1) state.ax.add_((parameter - state.ax).mul_(state.mu));
            else state.ax.copy_(parameter);
            state.eta = rate / Math.Pow(1 + lambd * rate * state.step, options.alpha!.Value);
            state.mu = 1 / Math.Max(1, state.step - options.t0!.Value);
        }
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public double eta;
        public double mu;
        public Tensor ax = null!;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref eta);
            on.On(ref mu);
            on.On(ref ax);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref ax);
            eta = options.LearningRate!.Value;
            mu = 1;
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? lambd;
        public double? alpha;
        public double? weight_decay;
        public double? t0;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref maximize);
            on.On(ref lambd);
            on.On(ref alpha);
            on.On(ref weight_decay);
            on.On(ref t0);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay })
        {
        }
    }
}
