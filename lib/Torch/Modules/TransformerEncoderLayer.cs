using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Vaswani et al. 2017, figure 1, left: self-attention and a feed-forward net, each with its residual and norm. [S, N, E] → the same.</summary>
public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Func<TransformerEncoderLayer> again;
    private readonly nn.Activations activation;
    private readonly MultiheadAttention self_attn;
    private readonly Linear linear1, linear2;
    private readonly LayerNorm norm1, norm2;
    private readonly Dropout dropout, dropout1, dropout2;

    internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(TransformerEncoderLayer))
    {
        again = () => new TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
        this.activation = activation;
        self_attn = nn.MultiheadAttention(d_model, nhead, dropout);
        linear1 = nn.Linear(d_model, dim_feedforward);
        this.dropout = nn.Dropout(dropout);
        linear2 = nn.Linear(dim_feedforward, d_model);
        (norm1, norm2) = (nn.LayerNorm(d_model), nn.LayerNorm(d_model));
        (dropout1, dropout2) = (nn.Dropout(dropout), nn.Dropout(dropout));
        RegisterComponents();
    }

    internal TransformerEncoderLayer Copy() => Transformer.Twin(this, again);

    public override Tensor forward(Tensor src) => Run(src, null, null);
    public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);
    public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

    internal Tensor Run(Tensor x, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        x = norm1.call(x + dropout1.call(self_attn.call(x, x, x, padding, false, mask).Item1));
        return norm2.call(x + dropout2.call(linear2.call(dropout.call(Transformer.Activate(linear1.call(x), activation))))).MoveToOuterDisposeScope();
    }
}
