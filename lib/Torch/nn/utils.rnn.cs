using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                private static readonly Operator pack = new("_pack_padded_sequence");
                private static readonly Operator unpack = new("_pad_packed_sequence");
                private static readonly Operator padOp = new("pad_sequence");

                /// <summary>Sequences of several lengths, time step by time step, without the padding.</summary>
                public sealed class PackedSequence : IScoped
                {
                    public readonly Tensor data;
                    public readonly Tensor batch_sizes;
                    public readonly Tensor sorted_indices;
                    public readonly Tensor unsorted_indices;

                    private bool disposed;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? order = null, Tensor? back = null)
                    {
                        HasOrder = order is not null;
                        (this.data, this.batch_sizes) = (data, batch_sizes);
                        (sorted_indices, unsorted_indices) = (order ?? empty([0], ScalarType.Int64), back ?? empty([0], ScalarType.Int64));
                        foreach (var tensor in Tensors) tensor.DetachFromDisposeScope();
                        var here = DisposeScopeManager.Here;
                        here.Born(this, here.OfPackedSequences);
                    }

                    /// <summary>The sequences were sorted by length, so results have to be put back in order.</summary>
                    internal bool HasOrder { get; }

                    private DisposeScope? scope;

                    DisposeScope? IScoped.Scope
                    {
                        get => scope;
                        set => scope = value;
                    }

                    int IScoped.ScopeIndex { get; set; }

                    private IEnumerable<Tensor> Tensors => [data, batch_sizes, sorted_indices, unsorted_indices];

                    /// <summary>Other data for the same sequences; the data is taken over, the indices are shared.</summary>
                    internal PackedSequence With(Tensor other) => HasOrder
                        ? new PackedSequence(other, batch_sizes.alias(), sorted_indices.alias(), unsorted_indices.alias())
                        : new PackedSequence(other, batch_sizes.alias());

                    public PackedSequence MoveToOuterDisposeScope() => scope?.MoveToOuter(this) ?? this;
                    public PackedSequence DetachFromDisposeScope() => scope?.Detach(this) ?? this;
                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => MoveToOtherDisposeScope(other.scope);

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        if (scope is not null) return scope.MoveToOther(other, this);
                        other?.Attach(this);
                        return this;
                    }

                    public void Dispose() => Release(scope?.Remove(this) ?? false);

                    void IScoped.DisposeFromScope()
                    {
                        scope = null;
                        Release(inScope: true);
                    }

                    private void Release(bool inScope)
                    {
                        if (disposed) return;
                        disposed = true;
                        foreach (var tensor in Tensors) tensor.Dispose();
                        DisposeScopeManager.Here.OfPackedSequences.CountDisposed(inScope);
                    }
                }

                /// <summary>[T, N, ...] (batch first: [N, T, ...]) of which the first <paramref name="lengths"/> steps are meant.</summary>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    lengths = lengths.to(CPU);
                    if (enforce_sorted)
                    {
                        var (data, sizes) = pack.Call2(input, lengths, batch_first);
                        return new PackedSequence(data, sizes).MoveToOuterDisposeScope();
                    }
                    var (sorted, order) = lengths.sort(-1, true);
                    order = order.to(input.device);
                    var back = order.argsort();
                    var (packed, counts) = pack.Call2(input.index_select(batch_first ? 0 : 1, order), sorted, batch_first);
                    return new PackedSequence(packed, counts, order, back).MoveToOuterDisposeScope();
                }

                /// <summary>The padded tensor and the length of each sequence, in the order in which they were packed.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    using var scope = NewDisposeScope();
                    var longest = sequence.batch_sizes.shape[0];
                    if (total_length < longest) throw new ArgumentException($"Expected total_length to be at least the length of the longest sequence, {longest}, but got {total_length}");
                    var (padded, lengths) = unpack.Call2(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? longest);
                    if (!sequence.HasOrder) return scope.MoveToOuter(padded, lengths);
                    return scope.MoveToOuter(padded.index_select(batch_first ? 0 : 1, sequence.unsorted_indices),
                        lengths.index_select(0, sequence.unsorted_indices.to(CPU)));
                }

                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    padOp.Call(sequences.ToArray(), batch_first, padding_value);

                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var list = sequences.ToArray();
                    using var scope = NewDisposeScope();
                    var lengths = tensor(list.Select(sequence => sequence.shape[0]).ToArray());
                    return pack_padded_sequence(pad_sequence(list), lengths, false, enforce_sorted).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
