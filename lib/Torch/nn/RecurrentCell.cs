using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>What the cells of recurrent networks share: weights on the input and on the state, one set per gate, drawn as PyTorch draws them.</summary>
public abstract class RecurrentCell<TState, TResult> : nn.Module<Tensor, TState, TResult>
{
    private readonly long hidden;

    private protected RecurrentCell(string name, long gates, long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(name)
    {
        hidden = hiddenSize;
        var bound = 1.0 / Math.Sqrt(hiddenSize);
        Parameter Draw(params long[] size) => nn.Parameter(nn.init.uniform_(empty(size, dtype, device), -bound, bound));
        weight_ih = Draw(gates * hiddenSize, inputSize);
        weight_hh = Draw(gates * hiddenSize, hiddenSize);
        if (!bias) return;
        bias_ih = Draw(gates * hiddenSize);
        bias_hh = Draw(gates * hiddenSize);
    }

    [DisallowNull]
    public Parameter? weight_ih { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? weight_hh { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? bias_ih { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? bias_hh { get; set => Hold(ref field, value); }

    /// <summary>The state before the first step: zeros [N, hidden].</summary>
    private protected Tensor FirstState(Tensor input) => zeros([input.shape[0], hidden], input.dtype, input.device);

    /// <summary>One step of a cell with one state; an input without a batch dimension goes through as a batch of one.</summary>
    private protected Tensor Step(Operator cell, Tensor input, Tensor? state)
    {
        using var scope = NewDisposeScope();
        var single = input.ndim == 1;
        if (single) (input, state) = (input.unsqueeze(0), state?.unsqueeze(0));
        var next = cell.Call(input, state ?? FirstState(input), weight_ih, weight_hh, bias_ih, bias_hh);
        return scope.MoveToOuter(single ? next.squeeze(0) : next);
    }
}
