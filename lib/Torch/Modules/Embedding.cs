using System.Diagnostics.CodeAnalysis;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Indices [...] → rows of the weight [..., embedding_dims].</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long padding;
    private readonly double? maxNorm;
    private readonly double normType;
    private readonly bool scaleByFrequency;
    private readonly bool isSparse;

    internal Embedding(Tensor? given, bool freeze, long count, long dimensions, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse, Device? device, ScalarType? dtype) : base(nameof(Embedding))
    {
        (maxNorm, normType, scaleByFrequency, isSparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
        padding = EmbeddingTable.PaddingRow(padding_idx, given?.shape[0] ?? count);
        weight = EmbeddingTable.Make(given, freeze, count, dimensions, padding, device, dtype);
    }

    [DisallowNull]
    public Parameter? weight { get; set => Hold(ref field, value); }

    public override Tensor forward(Tensor input)
    {
        EmbeddingTable.Renormalise(weight!, input, maxNorm, normType);
        return EmbeddingTable.lookUp.Call(weight, input, padding, scaleByFrequency, isSparse);
    }
}

/// <summary>What both kinds of embedding do with their table of vectors.</summary>
internal static class EmbeddingTable
{
    internal static readonly Operator lookUp = new("embedding");
    private static readonly Operator renormalise = new("embedding_renorm_");

    /// <summary>The row that stays zero, counted from the first; -1 for none.</summary>
    internal static long PaddingRow(long? asked, long rows)
    {
        if (asked is not { } row) return -1;
        if (row >= rows || row < -rows) throw new ArgumentException($"padding_idx {row} is no row of a table of {rows}");
        return row < 0 ? row + rows : row;
    }

    internal static Parameter Make(Tensor? given, bool freeze, long count, long dimensions, long padding, Device? device, ScalarType? dtype)
    {
        if (given is not null) return nn.Parameter(given.to(dtype ?? given.dtype, copy: true).to(device ?? given.device), requires_grad: !freeze);
        using var guard = no_grad();
        var table = nn.init.normal_(empty([count, dimensions], dtype, device));
        if (padding >= 0)
        {
            using var row = Aten.narrow.Call(table, 0, padding, 1);
            InPlace.zero.Run(row);
        }
        return nn.Parameter(table);
    }

    internal static void Renormalise(Tensor weight, Tensor indices, double? maxNorm, double normType)
    {
        if (maxNorm is not { } limit) return;
        using var guard = no_grad();
        using var flat = indices.contiguous();
        renormalise.Run(weight, flat, limit, normType);
    }
}
