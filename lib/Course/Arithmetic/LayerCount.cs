namespace CnnCourse.Arithmetic;

/// <summary>What one image costs in one layer, and how the layer looks at its input.</summary>
/// <param name="Connections">Links into the layer's units, biases counted, as LeCun et al. 1998 count them.</param>
/// <param name="Macs">Multiplications with an addition, biases not counted. Pooling, normalisation and activations count none.</param>
/// <param name="Vertical">The window along the rows.</param>
/// <param name="Horizontal">The window along the columns.</param>
public readonly record struct LayerCount(long Connections, long Macs, Window Vertical, Window Horizontal)
{
    /// <summary>The parameters as a sum to check by hand: <c>(5·5·1+1)·6</c>.</summary>
    public string ParamsFormula { get; init; } = "";

    /// <summary>The connections as a sum to check by hand: <c>(5·5·1+1)·6·28·28</c>.</summary>
    public string ConnectionsFormula { get; init; } = "";

    /// <summary>True where the layer gives out its input's own memory: identity, flattening, work in place.</summary>
    public bool IsFree { get; init; }

    /// <summary>True where a unit sees the whole map, whatever its size: fully connected layers, global pooling.</summary>
    public bool SeesAll { get; init; }

    /// <summary>A layer that treats every element by itself and learns nothing.</summary>
    public static LayerCount Nothing { get; } = new(0, 0, Window.Point, Window.Point);
}
