namespace CnnCourse.Arithmetic;

/// <summary>One layer of a <see cref="LayerTable"/>, counted for one image.</summary>
/// <param name="Layer">The layer's path in the network, as in the state dict: <c>features.0</c>.</param>
/// <param name="Type">The module's class.</param>
/// <param name="Output">Shape of the output without the batch axis; empty where the forward pass never came by.</param>
/// <param name="Params">Learned numbers; a layer that is called twice counts them once.</param>
/// <param name="Connections">Links into the layer's units, biases counted.</param>
/// <param name="Macs">Multiply-adds.</param>
/// <param name="MemoryBytes">Memory of the output.</param>
/// <param name="Field">What one unit sees of the network's input.</param>
public sealed record LayerRow(string Layer, string Type, IReadOnlyList<long> Output, long Params, long Connections, long Macs, long MemoryBytes, Field Field)
{
    /// <summary>The parameters as a sum to check by hand.</summary>
    public string ParamsFormula { get; init; } = "";

    /// <summary>The connections as a sum to check by hand.</summary>
    public string ConnectionsFormula { get; init; } = "";

    /// <summary>Shape of the output in training, without the batch axis, where the forward pass comes by in training only: auxiliary heads.</summary>
    public IReadOnlyList<long> TrainingOutput { get; init; } = [];

    /// <summary>The output's shape in words: <c>6x28x28</c>; in brackets where training alone has it.</summary>
    public string OutputText => Output.Count > 0 ? string.Join('x', Output) : TrainingOutput.Count > 0 ? $"({string.Join('x', TrainingOutput)})" : "-";

    /// <summary>Units of the layer: numbers in its output.</summary>
    public long Units => Output.Count == 0 ? 0 : Output.Aggregate(1L, (product, length) => product * length);
}
