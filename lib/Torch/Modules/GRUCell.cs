using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step: [N, in] and [N, hidden] → [N, hidden].</summary>
public sealed class GRUCell : RecurrentCell<Tensor?, Tensor>
{
    private static readonly Operator cell = new("gru_cell");

    internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(GRUCell), 3, inputSize, hiddenSize, bias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input, Tensor? h0 = null) => Step(cell, input, h0);
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
}
