using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Vaswani et al. 2017, section 3.2.2. Queries [L, N, E], keys and values [S, N, E] → output [L, N, E] and the weights [N, L, S], averaged over heads.</summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly long width, heads;
    private readonly double dropout;
    private readonly bool addZero;
    private readonly Parameter? in_proj_weight, q_proj_weight, k_proj_weight, v_proj_weight, in_proj_bias, bias_k, bias_v;
    private readonly Linear out_proj;

    internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim) : base(nameof(MultiheadAttention))
    {
        if (embedded_dim % num_heads != 0) throw new ArgumentException($"a width of {embedded_dim} cannot be split into {num_heads} heads");
        (width, heads, this.dropout, addZero) = (embedded_dim, num_heads, dropout, add_zero_attn);
        static Parameter Xavier(params long[] size) => nn.Parameter(nn.init.xavier_uniform_(empty(size)));
        out_proj = nn.Linear(width, width, bias);   // drawn first, as PyTorch does
        if ((kdim ?? width) == width && (vdim ?? width) == width)
        {
            in_proj_weight = Xavier(3 * width, width);
        }
        else
        {
            q_proj_weight = Xavier(width, width);
            k_proj_weight = Xavier(width, kdim ?? width);
            v_proj_weight = Xavier(width, vdim ?? width);
        }
        if (bias)
        {
            in_proj_bias = nn.Parameter(zeros([3 * width]));
            nn.init.zeros_(out_proj.bias!);
        }
        if (add_bias_kv)
        {
            bias_k = nn.Parameter(nn.init.xavier_normal_(empty([1, 1, width])));
            bias_v = nn.Parameter(nn.init.xavier_normal_(empty([1, 1, width])));
        }
        RegisterComponents();
    }

    public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        using var scope = NewDisposeScope();
        var single = query.ndim == 2;
        if (single) (query, key, value, key_padding_mask) = (query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1), key_padding_mask?.unsqueeze(0));
        var (length, batch) = (query.shape[0], query.shape[1]);
        var (q, k, v) = Project(query, key, value);

        var added = 0;   // places past the keys: the learnt one and the zero one
        if (bias_k is not null)
        {
            k = cat([k, bias_k.repeat(1, batch, 1)]);
            v = cat([v, bias_v!.repeat(1, batch, 1)]);
            added++;
        }
        Tensor Split(Tensor x) => x.reshape([x.shape[0], batch * heads, width / heads]).transpose(0, 1);
        (q, k, v) = (Split(q), Split(k), Split(v));
        if (addZero)
        {
            var nothing = zeros([batch * heads, 1, width / heads], k.dtype, k.device);
            (k, v) = (cat([k, nothing], 1), cat([v, nothing], 1));
            added++;
        }

        q = q / Math.Sqrt(width / heads);
        var mask = Mask(attn_mask, key_padding_mask, batch, added, q);
        var weights = (mask is null ? q.bmm(k.transpose(-2, -1)) : mask.baddbmm(q, k.transpose(-2, -1))).softmax(-1);
        if (training && dropout > 0) weights = nn.functional.dropout(weights, dropout);
        var output = out_proj.call(weights.bmm(v).transpose(0, 1).reshape([length, batch, width]));
        if (single) output = output.squeeze(1);
        output.MoveToOuterDisposeScope();
        if (!need_weights) return Tuple.Create<Tensor, Tensor>(output, null!);
        var average = weights.reshape([batch, heads, length, -1]).sum([1]) / heads;
        return Tuple.Create(output, (single ? average.squeeze(0) : average).MoveToOuterDisposeScope());
    }

    private (Tensor Q, Tensor K, Tensor V) Project(Tensor query, Tensor key, Tensor value)
    {
        var weights = in_proj_weight?.chunk(3) ?? [q_proj_weight!, k_proj_weight!, v_proj_weight!];
        var biases = in_proj_bias?.chunk(3);
        Tensor Map(Tensor x, int which) => nn.functional.linear(x, weights[which], biases?[which]);
        return (Map(query, 0), Map(key, 1), Map(value, 2));
    }

    // Both masks as one, to be added to the scores: [N heads or 1, L or 1, S].
    private Tensor? Mask(Tensor? attention, Tensor? padding, long batch, int added, Tensor like)
    {
        Tensor Scores(Tensor mask) => mask.dtype == ScalarType.Bool ? zeros(mask.shape, like.dtype, like.device).masked_fill_(mask, double.NegativeInfinity) : mask;
        var result = attention is null ? null : Scores(attention.ndim == 2 ? attention.unsqueeze(0) : attention);
        if (padding is not null)
        {
            var keys = padding.shape[1];
            var hidden = Scores(padding).reshape([batch, 1, 1, keys]).expand(-1, heads, -1, -1).reshape([batch * heads, 1, keys]);
            result = result is null ? hidden : result + hidden;
        }
        return result is null || added == 0 ? result : nn.functional.pad(result, (0, (long)added));
    }

    public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);
}
