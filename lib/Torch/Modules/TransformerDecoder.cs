using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Copies of one layer, one after the other, all looking at the same memory.</summary>
public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerDecoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerDecoder(TransformerDecoderLayer layer, long num_layers, LayerNorm? norm = null) : base(nameof(TransformerDecoder))
    {
        layers = new ModuleList<TransformerDecoderLayer>(Enumerable.Range(0, (int)num_layers).Select(_ => layer.Copy()).ToArray());
        this.norm = norm;
        RegisterComponents();
    }

    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var scope = NewDisposeScope();
        var x = tgt;
        foreach (var layer in layers) x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        if (norm is not null) x = norm.call(x);
        return (ReferenceEquals(x, tgt) ? x.alias() : x).MoveToOuterDisposeScope();
    }

    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);
}
