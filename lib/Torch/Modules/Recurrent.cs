using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What recurrent networks share: per layer and direction weight_ih, weight_hh, bias_ih and bias_hh, in PyTorch's order and names.</summary>
internal sealed class Recurrent
{
    private readonly List<(string Name, Parameter Value)> entries = [];

    internal Recurrent(long gates, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
    {
        (HiddenSize, NumLayers, HasBias, BatchFirst, Dropout, Bidirectional) = (hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
        var bound = hiddenSize > 0 ? 1.0 / Math.Sqrt(hiddenSize) : 0;
        for (long layer = 0; layer < numLayers; layer++)
            foreach (var suffix in bidirectional ? new[] { "", "_reverse" } : [""])
            {
                var width = layer == 0 ? inputSize : hiddenSize * Directions;
                void Add(string kind, params long[] size) =>
                    entries.Add(($"{kind}_l{layer}{suffix}", nn.Parameter(nn.init.uniform_(empty(size, dtype, device), -bound, bound))));
                Add("weight_ih", gates * hiddenSize, width);
                Add("weight_hh", gates * hiddenSize, hiddenSize);
                if (!bias) continue;
                Add("bias_ih", gates * hiddenSize);
                Add("bias_hh", gates * hiddenSize);
            }
    }

    internal long HiddenSize { get; }
    internal long NumLayers { get; }
    internal bool HasBias { get; }
    internal bool BatchFirst { get; }
    internal double Dropout { get; }
    internal bool Bidirectional { get; }
    internal long Directions => Bidirectional ? 2 : 1;
    internal IEnumerable<(string Name, Parameter Value)> Named => entries;
    internal Tensor[] Weights => entries.Select(entry => (Tensor)entry.Value).ToArray();

    internal Parameter? Find(string name) => entries.Find(entry => entry.Name == name).Value;

    /// <summary>Zeros [layers x directions, N, hidden], the state before the first step.</summary>
    internal Tensor FirstState(Tensor like, long batch) => zeros([NumLayers * Directions, batch, HiddenSize], like.dtype, like.device);

    internal long BatchOf(Tensor input) => input.shape[BatchFirst ? 0 : 1];

    /// <summary>Runs an operator on a sequence; one without a batch dimension goes through as a batch of one.</summary>
    internal Tensor[] Run(Operator op, Tensor input, Tensor[]? states, int count, bool listed, bool training)
    {
        using var scope = NewDisposeScope();
        var single = input.ndim == 2;
        if (single) (input, states) = (input.unsqueeze(BatchFirst ? 0 : 1), states is null ? null : Array.ConvertAll(states, state => state.unsqueeze(1)));
        states ??= Enumerable.Range(0, count).Select(_ => FirstState(input, BatchOf(input))).ToArray();
        var results = op.CallMany(input, listed ? states : states[0], Weights, HasBias, NumLayers, Dropout, training, Bidirectional, BatchFirst);
        if (single) results = [results[0]!.squeeze(BatchFirst ? 0 : 1), .. results.Skip(1).Select(state => state!.squeeze(1))];
        return Array.ConvertAll(results, result => result!.MoveToOuterDisposeScope());
    }

    /// <summary>Runs an operator on sequences of several lengths; states are given and taken in the caller's order.</summary>
    internal (nn.utils.rnn.PackedSequence Output, Tensor[] States) RunPacked(Operator op, nn.utils.rnn.PackedSequence input, Tensor[]? states, int count, bool listed, bool training)
    {
        using var scope = NewDisposeScope();
        states = states is null
            ? Enumerable.Range(0, count).Select(_ => FirstState(input.data, input.batch_sizes.select(0, 0).item<long>())).ToArray()
            : Array.ConvertAll(states, state => input.HasOrder ? state.index_select(1, input.sorted_indices) : state);
        var results = op.CallMany(input.data, input.batch_sizes, listed ? states : states[0], Weights, HasBias, NumLayers, Dropout, training, Bidirectional);
        var last = results.Skip(1).Select(state => input.HasOrder ? state!.index_select(1, input.unsorted_indices) : state!).ToArray();
        return (input.With(results[0]!).MoveToOuterDisposeScope(), Array.ConvertAll(last, state => state.MoveToOuterDisposeScope()));
    }
}
