using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Riedmiller and Braun 1993: only the gradients' signs count.</summary>
public class Rprop : OptimizerHelper
{
    public Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
    {
        if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (etaminus is <= 0.0 or >= 1.0 || etaplus <= 1.0) throw new ArgumentException($"Invalid eta values: {etaminus}, {etaplus}");
        Start(new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize }, parameters);
    }

    private protected override OptimizerOptions NewOptions() => new Options();
    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup<Options>>(Update, closure);

    private void Update(ParamGroup<Options> group)
    {
        var options = group.Options;
        var batch = Collect<State>(group, options.maximize!.Value);
        if (batch.IsEmpty) return;
        var (shrink, grow) = (options.etaminus!.Value, options.etaplus!.Value);
        for (var k = 0; k < batch.States.Length; k++)
        {
            var (state, gradient) = (batch.States[k], batch.Gradients[k]);
            state.step++;
            var agreement = (gradient * state.prev).sign();
            var factor = agreement.masked_fill(agreement.gt(0), grow).masked_fill_(agreement.lt(0), shrink).masked_fill_(agreement.eq(0), 1);
            state.step_size.mul_(factor).clamp_(options.min_step!.Value, options.max_step!.Value);
            var kept = gradient.masked_fill(agreement.lt(0), 0);
            batch.Parameters[k].addcmul_(kept.sign(), state.step_size, -1);
            state.prev.copy_(kept);
        }
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor prev = null!;
        public Tensor step_size = null!;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref step);
            on.On(ref prev);
            on.On(ref step_size);
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Zero(ref prev);
            Zero(ref step_size);
            using var guard = no_grad();
            InPlace.addNumber.Run(step_size, options.LearningRate!.Value);
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;

        private protected override void Visit(FieldVisitor on)
        {
            on.On(ref maximize);
            on.On(ref etaminus);
            on.On(ref etaplus);
            on.On(ref min_step);
            on.On(ref max_step);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
        }
    }
}
