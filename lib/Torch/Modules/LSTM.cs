using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Hochreiter and Schmidhuber 1997, with forget gates. [T, N, in] (batch first: [N, T, in]) → output, last hidden state, last cell.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private static readonly Operator lstm = new("lstm", "input");
    private static readonly Operator lstmPacked = new("lstm", "data");

    private readonly Recurrent core;

    internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(LSTM))
    {
        core = new Recurrent(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        foreach (var (name, value) in core.Named) register_parameter(name, value);
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var results = core.Run(lstm, input, States(h0_c0), 2, true, training);
        return (results[0], results[1], results[2]);
    }

    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (output, states) = core.RunPacked(lstmPacked, input, States(h0_c0), 2, true, training);
        return (output, states[0], states[1]);
    }

    private static Tensor[]? States((Tensor, Tensor)? given) => given is var (hidden, cell) ? [hidden, cell] : null;

    /// <summary>Does nothing: the weights need no packing on the devices served here.</summary>
    public void flatten_parameters()
    {
    }
}
