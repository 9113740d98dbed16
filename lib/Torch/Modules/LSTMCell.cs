using System.Diagnostics.CodeAnalysis;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step: [N, in], hidden state and cell [N, hidden] → the next hidden state and cell.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private static readonly Operator cell = new("lstm_cell");

    private readonly long hidden;

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
    {
        hidden = hiddenSize;
        var bound = 1.0 / Math.Sqrt(hiddenSize);
        Parameter Draw(params long[] size) => nn.Parameter(nn.init.uniform_(empty(size, dtype, device), -bound, bound));
        weight_ih = Draw(4 * hiddenSize, inputSize);
        weight_hh = Draw(4 * hiddenSize, hiddenSize);
        if (!bias) return;
        bias_ih = Draw(4 * hiddenSize);
        bias_hh = Draw(4 * hiddenSize);
    }

    [DisallowNull]
    public Parameter? weight_ih { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? weight_hh { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? bias_ih { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? bias_hh { get; set => Hold(ref field, value); }

    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        using var scope = NewDisposeScope();
        var single = input.ndim == 1;
        if (single) (input, h0_c0) = (input.unsqueeze(0), h0_c0 is var (h, c) ? (h.unsqueeze(0), c.unsqueeze(0)) : null);
        Tensor Zero() => zeros([input.shape[0], hidden], input.dtype, input.device);
        var (state, memory) = h0_c0 ?? (Zero(), Zero());
        var (next, kept) = cell.Call2(input, new[] { state, memory }, weight_ih, weight_hh, bias_ih, bias_hh);
        return single ? scope.MoveToOuter(next.squeeze(0), kept.squeeze(0)) : scope.MoveToOuter(next, kept);
    }

    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
