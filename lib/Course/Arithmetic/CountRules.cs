using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Arithmetic;

/// <summary>The arithmetic of the library's own layers, one rule a kind.</summary>
public static class CountRules
{
    private static readonly string[] elementwise =
    [
        "ReLU", "ReLU6", "LeakyReLU", "PReLU", "RReLU", "ELU", "CELU", "SELU", "GELU", "SiLU", "Mish", "Hardswish", "Hardsigmoid",
        "Hardtanh", "Hardshrink", "Softshrink", "Tanhshrink", "Softplus", "Softsign", "Sigmoid", "LogSigmoid", "Tanh", "Threshold",
        "Softmax", "Softmax2d", "LogSoftmax", "Softmin", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "LayerNorm", "GroupNorm",
        "InstanceNorm2d", "LocalResponseNorm", "CrossMapLRN2d",
    ];

    private static readonly string[] copies = ["Identity", "Flatten", "Unflatten", "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"];

    /// <summary>True for modules that are counted as a whole, though they may hold others.</summary>
    public static bool Knows(nn.Module module) => module is ICountedLayer or Convolution or Linear or MaxPool2d or AvgPool2d
        || IsAdaptive(module) || IsResizing(module) || IsElementwise(module) || IsCopy(module);

    /// <summary>Counts a layer for one image.</summary>
    /// <param name="module">The layer.</param>
    /// <param name="input">Shape of its input without the batch axis.</param>
    /// <param name="output">Shape of its output without the batch axis.</param>
    public static LayerCount Count(nn.Module module, long[] input, long[] output) => module switch
    {
        ICountedLayer own => own.Count(input, output),
        Convolution conv => Count(conv, input, output),
        Linear linear => Count(linear, output),
        MaxPool2d pool => Pooling(output, Windows(pool.kernel_size, pool.stride, pool.padding, pool.dilation)),
        AvgPool2d pool => Pooling(output, Windows(pool.kernel_size, pool.stride, pool.padding, null)),
        _ when IsAdaptive(module) => Adaptive(input, output),
        _ when IsResizing(module) => Resized(input, output),
        _ when IsElementwise(module) => Elementwise(module),
        _ when IsCopy(module) => LayerCount.Nothing with { IsFree = true },
        _ => Unknown(module, input, output),
    };

    private static bool IsAdaptive(nn.Module module) => module.GetType().Name is "AdaptiveAvgPool2d" or "AdaptiveMaxPool2d";

    private static bool IsResizing(nn.Module module) => module.GetType().Name is "Upsample" or "MaxUnpool2d";

    private static bool IsElementwise(nn.Module module) => elementwise.Contains(module.GetType().Name);

    private static bool IsCopy(nn.Module module) => copies.Contains(module.GetType().Name);

    private static LayerCount Count(Convolution conv, long[] input, long[] output)
    {
        var kernel = conv.kernel_size;
        var taps = kernel.Aggregate(1L, (product, k) => product * k);
        var isTransposed = conv.GetType().Name.StartsWith("ConvTranspose", StringComparison.Ordinal);
        var bias = conv.bias is null ? 0 : 1;
        var perGroup = conv.in_channels / conv.groups;
        var kernelText = string.Join('·', kernel);
        var positions = Product(output.AsSpan(1));
        var biasText = bias == 1 ? "+1" : "";

        if (isTransposed)
        {
            var taken = taps * conv.in_channels * (conv.out_channels / conv.groups) * Product(input.AsSpan(1));
            return new(taken + bias * Product(output), taken, Axis(0), Axis(1))
            {
                ParamsFormula = $"{kernelText}·{perGroup}·{conv.out_channels}{(bias == 1 ? $"+{conv.out_channels}" : "")}",
            };
        }

        var links = taps * perGroup * conv.out_channels * positions;
        var formula = $"({kernelText}·{perGroup}{biasText})·{conv.out_channels}";
        return new(links + bias * conv.out_channels * positions, links, Axis(0), Axis(1))
        {
            ParamsFormula = formula,
            ConnectionsFormula = $"{formula}·{string.Join('·', output[1..])}",
        };

        Window Axis(int axis)
        {
            if (axis >= kernel.Length) return Window.Point;
            var dilation = conv.dilation[axis];
            return new(kernel[axis], conv.stride[axis], conv.padding?[axis] ?? (output[1 + axis] == input[1 + axis] ? dilation * (kernel[axis] - 1) / 2 : 0), dilation)
            {
                IsTransposed = isTransposed,
            };
        }
    }

    private static LayerCount Count(Linear linear, long[] output)
    {
        var (inputs, outputs) = (linear.in_features, linear.out_features);
        var bias = linear.bias is null ? 0 : 1;
        var positions = Product(output) / outputs;
        var formula = $"({inputs}{(bias == 1 ? "+1" : "")})·{outputs}";
        return new((inputs + bias) * outputs * positions, inputs * outputs * positions, Window.Point, Window.Point)
        {
            SeesAll = output.Length == 1,
            ParamsFormula = formula,
            ConnectionsFormula = positions == 1 ? formula : $"{formula}·{positions}",
        };
    }

    private static LayerCount Pooling(long[] output, (Window Vertical, Window Horizontal) windows)
    {
        var taps = windows.Vertical.Kernel * windows.Horizontal.Kernel;
        return new(taps * Product(output), 0, windows.Vertical, windows.Horizontal)
        {
            ConnectionsFormula = $"{windows.Vertical.Kernel}·{windows.Horizontal.Kernel}·{string.Join('·', output)}",
        };
    }

    // Adaptive pooling divides n inputs among m outputs: the largest share, evenly spaced.
    private static LayerCount Adaptive(long[] input, long[] output)
    {
        var isGlobal = output[^1] == 1 && output[^2] == 1;
        return Pooling(output, (Axis(^2), Axis(^1))) with { SeesAll = isGlobal };

        Window Axis(Index axis)
        {
            var (n, m) = (input[axis], output[axis]);
            var kernel = m == 0 ? 1 : Enumerable.Range(0, (int)m).Max(i => (n * (i + 1) + m - 1) / m - n * i / m);
            return new(kernel, Math.Max(1, n / Math.Max(1, m)));
        }
    }

    private static LayerCount Elementwise(nn.Module module)
    {
        var isInPlace = module.GetType().GetProperty("inplace")?.GetValue(module) is true;
        var learned = module.parameters(recurse: false).Select(p => p.numel()).ToArray();
        return LayerCount.Nothing with { IsFree = isInPlace, ParamsFormula = string.Join('+', learned) };
    }

    private static LayerCount Resized(long[] input, long[] output)
    {
        return LayerCount.Nothing with { Vertical = Axis(^2), Horizontal = Axis(^1) };

        Window Axis(Index axis) => output.Length < 3 || output[axis] == input[axis] ? Window.Point
            : output[axis] > input[axis]
                ? new(output[axis] / input[axis], output[axis] / input[axis]) { IsTransposed = true }
                : new(input[axis] / output[axis], input[axis] / output[axis]);
    }

    // A layer nobody described: its weights are taken to be used once at every place of its output.
    private static LayerCount Unknown(nn.Module module, long[] input, long[] output)
    {
        var learned = module.parameters().Sum(p => p.numel());
        var positions = output.Length == 3 ? output[1] * output[2] : 1;
        return Resized(input.Length == 3 && output.Length == 3 ? input : output, output) with
        {
            Connections = learned * positions,
            Macs = learned * positions,
        };
    }

    private static (Window Vertical, Window Horizontal) Windows(long[] kernel, long[]? stride, long[]? padding, long[]? dilation)
    {
        return (Axis(0), Axis(1));

        Window Axis(int axis)
        {
            var size = At(kernel, axis, 1);
            return new(size, At(stride, axis, size), At(padding, axis, 0), At(dilation, axis, 1));
        }

        static long At(long[]? values, int axis, long otherwise) =>
            values is not { Length: > 0 } ? otherwise : values[Math.Min(axis, values.Length - 1)];
    }

    private static long Product(ReadOnlySpan<long> shape)
    {
        var product = 1L;
        foreach (var length in shape) product *= length;
        return product;
    }
}
