using CnnCourse.Torch;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimisers share: groups, states, and steps over whole lists of parameters.</summary>
public abstract partial class OptimizerHelper : Optimizer
{
    protected OptimizerOptions _defaults = null!;
    protected OrderedDict<nint, OptimizerState> _state = [];

    public override void zero_grad()
    {
        using var scope = NewDisposeScope();
        var gradients = parameters().Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
        if (gradients.Length == 0) return;
        using var guard = no_grad();
        foreach (var gradient in gradients.Where(g => g.requires_grad)) gradient.detach_();
        Foreach.zero_.Run(gradients);
    }

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= NewOptions();
        param_group.Options.FillFrom(_defaults);
        param_group.Parameters = param_group.Parameters.ToArray();
        _parameter_groups.Add(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            if (_state.ContainsKey(parameter.Handle)) throw new ArgumentException("Some parameters appear in more than one parameter group, or twice in one.");
            var state = NewState(parameter);
            _state[parameter.Handle] = state;
            state.Initialize(param_group.Options);
        }
    }

    private protected void Start(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        defaults.InitialLearningRate = defaults.LearningRate!.Value;
        _defaults = defaults;
        foreach (var group in groups) add_param_group(group);
    }

    private protected virtual OptimizerOptions NewOptions() => new();

    private protected virtual OptimizerState NewState(Parameter parameter) =>
        throw new NotSupportedException($"{GetType().Name} must override add_param_group.");

    /// <summary>Computes the loss, if there is a closure, then runs the body for every group without recording gradients.</summary>
    protected Tensor _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var recording = enable_grad();
            loss = loss_closure();
        }
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups) body((T)group);
        return loss!;
    }

    /// <summary>The group's parameters that have a gradient, as lists that one operator takes whole.</summary>
    private protected Batch<TState> Collect<TState>(ParamGroup group, bool maximize = false, double weightDecay = 0) where TState : OptimizerState
    {
        var (parameters, gradients, states) = (new List<Tensor>(), new List<Tensor>(), new List<TState>());
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is not { } gradient) continue;
            parameters.Add(parameter);
            gradients.Add(gradient);
            states.Add((TState)_state[parameter.Handle]);
        }
        Tensor[] p = [.. parameters], g = [.. gradients];
        if (maximize && p.Length > 0) g = Foreach.neg.CallList(g);
        if (weightDecay != 0 && p.Length > 0) g = Foreach.add.CallList(g, p, weightDecay);
        return new Batch<TState>(p, g, [.. states]);
    }

    /// <summary>Parameters, their gradients and their states, item by item.</summary>
    private protected readonly record struct Batch<TState>(Tensor[] Parameters, Tensor[] Gradients, TState[] States)
    {
        internal bool IsEmpty => Parameters.Length == 0;

        internal Tensor[] Each(Func<TState, Tensor> field) => Array.ConvertAll(States, state => field(state));

        /// <summary>Parts whose parameters have made equally many steps; nearly always one.</summary>
        internal IEnumerable<Batch<TState>> BySteps(Func<TState, long> steps)
        {
            if (IsEmpty) return [];
            var first = steps(States[0]);
            if (Array.TrueForAll(States, state => steps(state) == first)) return [this];
            var (all, self) = (Enumerable.Range(0, States.Length), this);
            return all.GroupBy(k => steps(self.States[k])).Select(part => new Batch<TState>(
                part.Select(k => self.Parameters[k]).ToArray(), part.Select(k => self.Gradients[k]).ToArray(), part.Select(k => self.States[k]).ToArray()));
        }
    }

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            result.Options.Add(group.Options);
            var indices = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                indices.Add(result.State.Count);
                result.State.Add(_state[parameter.Handle]);
            }
            result.StateIndexRef.Add(indices);
        }
        return result;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        if (state_dict.Options.Count != own.Options.Count) throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        if (state_dict.State.Count != own.State.Count) throw new ArgumentException("Invalid optimizer state -- different number of states.");
        for (var k = 0; k < own.Options.Count; k++)
            if (own.Options[k] != state_dict.Options[k]) own.Options[k].LoadStateDict(state_dict.Options[k]);
        for (var k = 0; k < own.State.Count; k++)
            if (own.State[k] != state_dict.State[k]) own.State[k].LoadStateDict(state_dict.State[k]);
    }

    public void to(Device device)
    {
        foreach (var (_, state) in _state) state.to(device);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var (_, state) in _state) state.Dispose();
        _state.Clear();
        base.Dispose(disposing);
    }
}
