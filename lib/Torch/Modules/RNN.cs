using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Elman's network: h' = tanh or relu of W_ih x + b_ih + W_hh h + b_hh. [T, N, in] (batch first: [N, T, in]) → [T, N, directions x hidden] and the last states [layers x directions, N, hidden].</summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private static readonly Operator tanh = new("rnn_tanh", "input");
    private static readonly Operator tanhPacked = new("rnn_tanh", "data");
    private static readonly Operator relu = new("rnn_relu", "input");
    private static readonly Operator reluPacked = new("rnn_relu", "data");

    private readonly Recurrent core;
    private readonly bool rectifies;

    internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(RNN))
    {
        core = new Recurrent(1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        rectifies = nonLinearity == nn.NonLinearities.ReLU;
        foreach (var (name, value) in core.Named) register_parameter(name, value);
    }

    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null) =>
        core.Run(rectifies ? relu : tanh, input, h0 is null ? null : [h0], 1, false, training) is [var output, var last] ? (output, last) : default;

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        var (output, states) = core.RunPacked(rectifies ? reluPacked : tanhPacked, input, h0 is null ? null : [h0], 1, false, training);
        return (output, states[0]);
    }

    public Parameter? get_weight_ih(long idx) => core.Find($"weight_ih_l{idx}");
    public Parameter? get_weight_hh(long idx) => core.Find($"weight_hh_l{idx}");
    public Parameter? get_bias_ih(long idx) => core.Find($"bias_ih_l{idx}");
    public Parameter? get_bias_hh(long idx) => core.Find($"bias_hh_l{idx}");

    /// <summary>Does nothing: the weights need no packing on the devices served here.</summary>
    public void flatten_parameters()
    {
    }
}
