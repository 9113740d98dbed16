using System.Diagnostics.CodeAnalysis;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sum, mean or maximum of the embeddings of each bag of indices, without the single ones in memory.</summary>
public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private static readonly Operator bag = new("embedding_bag", "padding_idx");

    private readonly EmbeddingBagMode mode;
    private readonly bool includeLastOffset;
    private readonly long padding;
    private readonly double? maxNorm;
    private readonly double normType;
    private readonly bool scaleByFrequency;
    private readonly bool isSparse;

    internal EmbeddingBag(Tensor? given, bool freeze, long count, long dimensions, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse, bool include_last_offset, long padding_index, Device? device, ScalarType? dtype) : base(nameof(EmbeddingBag))
    {
        (maxNorm, normType, scaleByFrequency, isSparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
        (this.mode, includeLastOffset) = (mode, include_last_offset);
        padding = padding_index < 0 ? -1 : EmbeddingTable.PaddingRow(padding_index, given?.shape[0] ?? count);
        weight = EmbeddingTable.Make(given, freeze, count, dimensions, padding, device, dtype);
    }

    [DisallowNull]
    public Parameter? weight { get; set => Hold(ref field, value); }

    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        using var scope = NewDisposeScope();
        if (input.ndim == 2)
        {
            var (bags, length) = (input.shape[0], input.shape[1]);
            offsets = arange(0, bags * length, length, input.dtype, input.device);
            input = input.reshape([-1]);
            perSampleWeights = perSampleWeights?.reshape([-1]);
        }
        EmbeddingTable.Renormalise(weight!, input, maxNorm, normType);
        var results = bag.CallMany(weight, input, offsets, scaleByFrequency, (long)mode, isSparse, perSampleWeights, includeLastOffset, padding < 0 ? Arg.None : padding);
        return results[0]!.MoveToOuterDisposeScope();
    }

    public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        if (!input.is_integral()) throw new ArgumentException("Embedding input must be an integral tensor.");
        if (offsets is not null && input.dtype != offsets.dtype) throw new ArgumentException("input and offsets must have the same element type.");
        if (input.ndim == 1 && offsets is null) throw new ArgumentException("'offsets' must be non-null for a 1-D input.");
        if (input.ndim == 2 && offsets is not null) throw new ArgumentException("'offsets' must be null for a 2-D input.");
        return base.call(input, offsets, perSampleWeights);
    }

    public Tensor call(Tensor input, Tensor offsets) => call(input, offsets, null);
    public Tensor call(Tensor input) => call(input, null, null);
}
