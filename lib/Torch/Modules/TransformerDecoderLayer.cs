using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Vaswani et al. 2017, figure 1, right: attention to itself, then to the encoder's memory, then a feed-forward net. [T, N, E] → the same.</summary>
public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly Func<TransformerDecoderLayer> again;
    private readonly nn.Activations activation;
    private readonly MultiheadAttention self_attn, multihead_attn;
    private readonly Linear linear1, linear2;
    private readonly LayerNorm norm1, norm2, norm3;
    private readonly Dropout dropout, dropout1, dropout2, dropout3;

    internal TransformerDecoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(TransformerDecoderLayer))
    {
        again = () => new TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
        this.activation = activation;
        self_attn = nn.MultiheadAttention(d_model, nhead, dropout);
        multihead_attn = nn.MultiheadAttention(d_model, nhead, dropout);
        linear1 = nn.Linear(d_model, dim_feedforward);
        this.dropout = nn.Dropout(dropout);
        linear2 = nn.Linear(dim_feedforward, d_model);
        (norm1, norm2, norm3) = (nn.LayerNorm(d_model), nn.LayerNorm(d_model), nn.LayerNorm(d_model));
        (dropout1, dropout2, dropout3) = (nn.Dropout(dropout), nn.Dropout(dropout), nn.Dropout(dropout));
        RegisterComponents();
    }

    internal TransformerDecoderLayer Copy() => Transformer.Twin(this, again);

    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = norm1.call(tgt + dropout1.call(self_attn.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1));
        x = norm2.call(x + dropout2.call(multihead_attn.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1));
        return norm3.call(x + dropout3.call(linear2.call(dropout.call(Transformer.Activate(linear1.call(x), activation))))).MoveToOuterDisposeScope();
    }

    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);
}
