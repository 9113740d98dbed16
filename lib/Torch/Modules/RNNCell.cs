using System.Diagnostics.CodeAnalysis;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step: [N, in] and [N, hidden] → [N, hidden].</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private static readonly Operator tanh = new("rnn_tanh_cell");
    private static readonly Operator relu = new("rnn_relu_cell");

    private readonly bool rectifies;

    private readonly long hidden;

    internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype) : base(nameof(RNNCell))
    {
        hidden = hiddenSize;
        rectifies = nonLinearity == nn.NonLinearities.ReLU;
        var bound = 1.0 / Math.Sqrt(hiddenSize);
        Parameter Draw(params long[] size) => nn.Parameter(nn.init.uniform_(empty(size, dtype, device), -bound, bound));
        weight_ih = Draw(hiddenSize, inputSize);
        weight_hh = Draw(hiddenSize, hiddenSize);
        if (!bias) return;
        bias_ih = Draw(hiddenSize);
        bias_hh = Draw(hiddenSize);
    }

    [DisallowNull]
    public Parameter? weight_ih { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? weight_hh { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? bias_ih { get; set => Hold(ref field, value); }

    [DisallowNull]
    public Parameter? bias_hh { get; set => Hold(ref field, value); }

    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var single = input.ndim == 1;
        if (single) (input, h0) = (input.unsqueeze(0), h0?.unsqueeze(0));
        var next = (rectifies ? relu : tanh).Call(input, h0 ?? zeros([input.shape[0], hidden], input.dtype, input.device), weight_ih, weight_hh, bias_ih, bias_hh);
        return (single ? next.squeeze(0) : next).MoveToOuterDisposeScope();
    }

    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
}
