using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step: [N, in], hidden state and cell [N, hidden] → the next hidden state and cell.</summary>
public sealed class LSTMCell : RecurrentCell<(Tensor, Tensor)?, (Tensor, Tensor)>
{
    private static readonly Operator cell = new("lstm_cell");

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LSTMCell), 4, inputSize, hiddenSize, bias, device, dtype)
    {
    }

    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        using var scope = NewDisposeScope();
        var single = input.ndim == 1;
        if (single) (input, h0_c0) = (input.unsqueeze(0), h0_c0 is var (h, c) ? (h.unsqueeze(0), c.unsqueeze(0)) : null);
        var (state, memory) = h0_c0 ?? (FirstState(input), FirstState(input));
        var (next, kept) = cell.Call2(input, new[] { state, memory }, weight_ih, weight_hh, bias_ih, bias_hh);
        return single ? scope.MoveToOuter(next.squeeze(0), kept.squeeze(0)) : scope.MoveToOuter(next, kept);
    }

    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
