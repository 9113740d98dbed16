using static CnnCourse.Parity.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils;

namespace CnnCourse.Parity.Cases;

public sealed class NnRecurrent : Parity<NnRecurrent>, ICases
{
    private const string Padded = "p = nn.utils.rnn.pack_padded_sequence(x, torch.tensor([3, 5, 2]), enforce_sorted=False); ";

    private static rnn.PackedSequence Pack(Tensor x) => rnn.pack_padded_sequence(x, tensor([3L, 5, 2]), enforce_sorted: false);

    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("RNN", "trained(nn.RNN(4, 3), x)", x => RNN(4, 3) is var m ? Answer(m, m.call(x)) : null, [5, 2, 4]),
        Case("RNN with relu, two ways", "trained(nn.RNN(4, 3, 2, nonlinearity='relu', bidirectional=True), x)", x => RNN(4, 3, 2, NonLinearities.ReLU, bidirectional: true) is var m ? Answer(m, m.call(x)) : null, [5, 2, 4]),
        Case("RNN from a state", "nn.RNN(4, 3, batch_first=True)(x, y)", (x, y) => RNN(4, 3, batchFirst: true).call(x, y), [2, 5, 4], [1, 2, 3]),
        Case("GRU", "trained(nn.GRU(4, 3, 2), x)", x => GRU(4, 3, 2) is var m ? Answer(m, m.call(x)) : null, [5, 2, 4]),
        Case("GRU without bias", "trained(nn.GRU(4, 3, bias=False, batch_first=True), x)", x => GRU(4, 3, bias: false, batchFirst: true) is var m ? Answer(m, m.call(x)) : null, [2, 5, 4]),
        Case("GRU of one sequence", "nn.GRU(4, 3)(x)", x => GRU(4, 3).call(x), [5, 4]),
        Case("LSTM", "trained(nn.LSTM(4, 3), x)", x => LSTM(4, 3) is var m ? Answer(m, m.call(x)) : null, [5, 2, 4]),
        Case("LSTM both ways with dropout", "trained(nn.LSTM(4, 3, 2, dropout=0.4, bidirectional=True), x)", x => LSTM(4, 3, 2, dropout: 0.4, bidirectional: true) is var m ? Answer(m, m.call(x)) : null, [5, 2, 4]),
        Case("LSTM from a state", "nn.LSTM(4, 3)(x, (y, z))", (x, y, z) => LSTM(4, 3).call(x, (y, z)), [5, 2, 4], [1, 2, 3], [1, 2, 3]),
        Case("RNNCell", "trained(nn.RNNCell(4, 3), x)", x => RNNCell(4, 3) is var m ? Answer(m, m.call(x)) : null, [2, 4]),
        Case("GRUCell", "trained(nn.GRUCell(4, 3), x, y)", (x, y) => GRUCell(4, 3) is var m ? Answer(m, m.call(x, y)) : null, [2, 4], [2, 3]),
        Case("LSTMCell", "trained(nn.LSTMCell(4, 3), x)", x => LSTMCell(4, 3) is var m ? Answer(m, m.call(x)) : null, [2, 4]),
        Case("packing", Padded + "out = p.data, p.batch_sizes, p.sorted_indices, p.unsorted_indices", x => Pack(x) is var p ? (p.data, p.batch_sizes, p.sorted_indices, p.unsorted_indices) : default, [5, 3, 4]),
        Case("packing and unpacking", Padded + "out = nn.utils.rnn.pad_packed_sequence(p, batch_first=True, total_length=7)", x => rnn.pad_packed_sequence(Pack(x), true, total_length: 7), [5, 3, 4]),
        Case("LSTM of packed sequences", Padded + "q, (h, c) = nn.LSTM(4, 3)(p); out = nn.utils.rnn.pad_packed_sequence(q), h, c", x => LSTM(4, 3).call(Pack(x)) is var (q, h, c) ? (rnn.pad_packed_sequence(q), h, c) : default, [5, 3, 4]),
        Case("GRU of packed sequences", Padded + "q, h = nn.GRU(4, 3, bidirectional=True)(p); out = q.data, h", x => GRU(4, 3, bidirectional: true).call(Pack(x)) is var (q, h) ? (q.data, h) : default, [5, 3, 4]),
        Case("pad_sequence", "nn.utils.rnn.pad_sequence([x, y], batch_first=True, padding_value=-1)", (x, y) => rnn.pad_sequence([x, y], true, -1), [5, 3], [2, 3]),
        Case("pack_sequence", "nn.utils.rnn.pack_sequence([x, y]).data", (x, y) => rnn.pack_sequence([x, y]).data, [5, 3], [2, 3]),
        Case("MultiheadAttention", "trained(nn.MultiheadAttention(6, 2), x, y, y)", (x, y) => MultiheadAttention(6, 2) is var m ? Answer(m, m.call(x, y, y)) : null, [4, 2, 6], [5, 2, 6]),
        Case("MultiheadAttention with more keys", "trained(nn.MultiheadAttention(6, 3, add_bias_kv=True, add_zero_attn=True), x, y, y)", (x, y) => MultiheadAttention(6, 3, add_bias_kv: true, add_zero_attn: true) is var m ? Answer(m, m.call(x, y, y)) : null, [4, 2, 6], [5, 2, 6]),
        Case("MultiheadAttention of other widths", "trained(nn.MultiheadAttention(6, 2, kdim=3, vdim=5), x, y, z)", (x, y, z) => MultiheadAttention(6, 2, kdim: 3, vdim: 5) is var m ? Answer(m, m.call(x, y, z)) : null, [4, 2, 6], [5, 2, 3], [5, 2, 5]),
        Case("MultiheadAttention with masks", "nn.MultiheadAttention(6, 2)(x, x, x, key_padding_mask=torch.tensor([[False, False, True], [False, True, False]]), attn_mask=torch.ones(3, 3).triu(1).bool())",
            x => MultiheadAttention(6, 2).call(x, x, x, tensor([false, false, true, false, true, false]).reshape(2, 3), true, ones(3, 3).triu(1).@bool()), [3, 2, 6]),
        Case("TransformerEncoderLayer", "trained(nn.TransformerEncoderLayer(6, 2, 8, dropout=0.0), x)", x => Trained(TransformerEncoderLayer(6, 2, 8, 0.0), x), [4, 2, 6]),
        Case("TransformerEncoder", "trained(nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 8, dropout=0.0, activation='gelu'), 2), x)", x => TransformerEncoder(TransformerEncoderLayer(6, 2, 8, 0.0, Activations.GELU), 2) is var m ? Answer(m, m.call(x)) : null, [4, 2, 6]),
        Case("TransformerDecoder", "trained(nn.TransformerDecoder(nn.TransformerDecoderLayer(6, 2, 8, dropout=0.0), 2), x, y)", (x, y) => TransformerDecoder(TransformerDecoderLayer(6, 2, 8, 0.0), 2) is var m ? Answer(m, m.call(x, y)) : null, [4, 2, 6], [3, 2, 6]),
        Case("Transformer", "trained(nn.Transformer(6, 2, 1, 2, 8, dropout=0.0), x, y)", (x, y) => Transformer(6, 2, 1, 2, 8, 0.0) is var m ? Answer(m, m.call(x, y)) : null, [4, 2, 6], [3, 2, 6]),
        Case("scaled dot product attention", "torch._C._nn._scaled_dot_product_attention(x, y, z)[0]", (x, y, z) => functional.scaled_dot_product_attention(x, y, z), [2, 4, 6], [2, 5, 6], [2, 5, 3]),
        Case("causal attention", "torch._C._nn._scaled_dot_product_attention(x, y, z, is_causal=True)[0]", (x, y, z) => functional.scaled_dot_product_attention(x, y, z, is_casual: true), [2, 4, 6], [2, 4, 6], [2, 4, 3]),
    ];
}
