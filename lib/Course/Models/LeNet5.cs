using CnnCourse.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static CnnCourse.Layers.ScaledTanh;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Models;

/// <summary>LeNet-5 as published: LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition", 1998, section II-B.</summary>
/// <remarks>For data other than digits the ten output codes stay the pictures of the digits: any ten well-separated codes serve.</remarks>
public sealed class LeNet5 : Module<Tensor, Tensor>, IPenaltyOutput
{
    /// <summary>What a row of <see cref="Table"/> is.</summary>
    public enum Kind
    {
        /// <summary>Convolution, letter C.</summary>
        Convolution,

        /// <summary>Subsampling, letter S.</summary>
        Subsampling,

        /// <summary>Full connection, letter F and the output.</summary>
        Full,
    }

    /// <summary>One layer of the paper's Fig. 2.</summary>
    /// <param name="Name">The paper's name.</param>
    /// <param name="Maps">Feature maps, or units of a full layer.</param>
    /// <param name="Kernel">Side of the square that a unit sees.</param>
    public sealed record Row(string Name, Kind Kind, long Maps, long Kernel = 1);

    /// <summary>The paper's Fig. 2. The input is 1×32×32.</summary>
    public static IReadOnlyList<Row> Table { get; } =
    [
        new("C1", Kind.Convolution, 6, 5),
        new("S2", Kind.Subsampling, 6, 2),
        new("C3", Kind.Convolution, 16, 5),
        new("S4", Kind.Subsampling, 16, 2),
        new("C5", Kind.Convolution, 120, 5),
        new("F6", Kind.Full, 84),
        new("Output", Kind.Full, 10),
    ];

    /// <summary>The paper's Table I: for each map of C3, the maps of S2 that it sees.</summary>
    public static IReadOnlyList<int[]> Table1 { get; } =
    [
        [0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5], [0, 4, 5], [0, 1, 5],
        [0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5], [0, 3, 4, 5], [0, 1, 4, 5], [0, 1, 2, 5],
        [0, 1, 3, 4], [1, 2, 4, 5], [0, 2, 3, 5],
        [0, 1, 2, 3, 4, 5],
    ];

    private readonly Module<Tensor, Tensor> C1, S2, C3, S4, C5, F6, Output;

    /// <summary>The network with the paper's initialisation.</summary>
    public LeNet5() : base(nameof(LeNet5))
    {
        C1 = Dense(Table[0], inputs: 1);
        S2 = new Subsampling(Table[1].Maps);
        C3 = new SparseConv2d(Table[1].Maps, Table[2].Kernel, [.. Table1]);
        S4 = new Subsampling(Table[3].Maps);
        C5 = Dense(Table[4], inputs: Table[3].Maps);
        F6 = Full(Table[5], inputs: Table[4].Maps);
        Output = new EuclideanRbf(DigitCodes.Codes);
        RegisterComponents();
    }

    /// <summary>[N, 1, 32, 32] in -0.1 (background) to 1.175 (ink) → penalties [N, 10]; a larger image gives a map [N, 10, h, w], one place for each position of the 32×32 window.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = Squash(C1.call(input));
        x = Squash(S2.call(x));
        x = Squash(C3.call(x));
        x = Squash(S4.call(x));
        x = Squash(C5.call(x));
        return Places.ForEach(x, c5 => Output.call(Squash(F6.call(c5)))).MoveToOuterDisposeScope();
    }

    private static Conv2d Dense(Row row, long inputs)
    {
        var layer = Conv2d(inputs, row.Maps, row.Kernel);
        FanIn.Uniform(inputs * row.Kernel * row.Kernel, layer.weight, layer.bias);
        return layer;
    }

    private static Linear Full(Row row, long inputs)
    {
        var layer = Linear(inputs, row.Maps);
        FanIn.Uniform(inputs, layer.weight, layer.bias);
        return layer;
    }
}
