using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step: [N, in] and [N, hidden] → [N, hidden].</summary>
public sealed class RNNCell : RecurrentCell<Tensor?, Tensor>
{
    private static readonly Operator tanh = new("rnn_tanh_cell");
    private static readonly Operator relu = new("rnn_relu_cell");

    private readonly Operator cell;

    internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(RNNCell), 1, inputSize, hiddenSize, bias, device, dtype) =>
        cell = nonLinearity == nn.NonLinearities.ReLU ? relu : tanh;

    public override Tensor forward(Tensor input, Tensor? h0 = null) => Step(cell, input, h0);
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
}
