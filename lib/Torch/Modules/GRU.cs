using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cho et al. 2014: a state with reset and update gates. [T, N, in] (batch first: [N, T, in]) → [T, N, directions x hidden] and the last states [layers x directions, N, hidden].</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private static readonly Operator gru = new("gru", "input");
    private static readonly Operator gruPacked = new("gru", "data");

    private readonly Recurrent core;

    internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(GRU))
    {
        core = new Recurrent(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        foreach (var (name, value) in core.Named) register_parameter(name, value);
    }

    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null) =>
        core.Run(gru, input, h0 is null ? null : [h0], 1, false, training) is [var output, var last] ? (output, last) : default;

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        var (output, states) = core.RunPacked(gruPacked, input, h0 is null ? null : [h0], 1, false, training);
        return (output, states[0]);
    }

    /// <summary>Does nothing: the weights need no packing on the devices served here.</summary>
    public void flatten_parameters()
    {
    }
}
