using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Vaswani et al. 2017: sources [S, N, E] and targets [T, N, E] → [T, N, E].</summary>
public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder encoder;
    private readonly TransformerDecoder decoder;

    internal Transformer(long d_model, long nhead, long num_encoder_layers, long num_decoder_layers, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(Transformer))
    {
        using var first = nn.TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
        encoder = new TransformerEncoder(first, num_encoder_layers, nn.LayerNorm(d_model));
        using var second = nn.TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
        decoder = new TransformerDecoder(second, num_decoder_layers, nn.LayerNorm(d_model));
        RegisterComponents();
        foreach (var parameter in parameters())
            if (parameter.ndim > 1) nn.init.xavier_uniform_(parameter);
    }

    public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null!);

    public Tensor call(Tensor src, Tensor tgt, Tensor src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var memory = encoder.call(src, src_mask, src_key_padding_mask!);
        return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }

    internal static Tensor Activate(Tensor x, nn.Activations activation) => activation == nn.Activations.GELU ? nn.functional.gelu(x) : nn.functional.relu(x);

    /// <summary>A second module with the same numbers; the random numbers drawn to build it are given back.</summary>
    internal static T Twin<T>(T module, Func<T> make) where T : nn.Module
    {
        using var state = get_rng_state();
        var twin = make();
        set_rng_state(state);
        twin.load_state_dict(module.state_dict());
        return twin;
    }
}
