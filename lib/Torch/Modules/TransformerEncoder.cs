using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Copies of one layer, one after the other.</summary>
public sealed class TransformerEncoder : nn.Module<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerEncoder(TransformerEncoderLayer layer, long num_layers, LayerNorm? norm = null) : base(nameof(TransformerEncoder))
    {
        layers = new ModuleList<TransformerEncoderLayer>(Enumerable.Range(0, (int)num_layers).Select(_ => layer.Copy()).ToArray());
        this.norm = norm;
        RegisterComponents();
    }

    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = src;
        foreach (var layer in layers) x = layer.Run(x, src_mask, src_key_padding_mask);
        if (norm is not null) x = norm.call(x);
        return (ReferenceEquals(x, src) ? x.alias() : x).MoveToOuterDisposeScope();
    }

    public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null!);
    public Tensor call(Tensor src) => base.call(src, null!, null!);
}
