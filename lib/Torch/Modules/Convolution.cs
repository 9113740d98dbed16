using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions of every dimension share: weight [out, in / groups, kernel...] (transposed: [in, out / groups, kernel...]) and bias [out].</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    /// <summary>Padding of the dimensions from the last to the first, before and after, as <c>pad</c> takes it.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException($"{in_channels} input and {out_channels} output channels cannot be split into {groups} groups", nameof(groups));
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } type) SetPadding(type);
        else SetPadding(padding ?? new long[kernel_size.Length]);

        long[] size = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
        weight = nn.Parameter(empty(size, dtype, device));
        if (bias) this.bias = nn.Parameter(empty([out_channels], dtype, device));
        reset_parameters();
    }

    public long in_channels { get; }
    public long out_channels { get; }
    public bool transposed { get; }
    public Padding? padding_type { get; private set; }
    public long[]? padding { get; private set; }
    public PaddingModes padding_mode { get; set; }
    public long groups { get; set; }
    public long[] kernel_size { get; set; }
    public long[] stride { get; set; }
    public long[] dilation { get; set; }
    public long[] output_padding { get; set; }

    public Parameter weight { get; set => Hold(ref field!, value); } = null!;
    public Parameter? bias { get; set => Hold(ref field, value); }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
        _reversed_padding_repeated_twice = padding.Reverse().SelectMany(p => new[] { p, p }).ToArray();
    }

    public void SetPadding(Padding padding)
    {
        if (transposed) throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        if (padding == Padding.Same && stride.Any(s => s != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        this.padding = null;
        padding_type = padding;
        var totals = kernel_size.Zip(dilation, (k, d) => padding == Padding.Same ? d * (k - 1) : 0);
        _reversed_padding_repeated_twice = totals.Reverse().SelectMany(total => new[] { total / 2, total - total / 2 }).ToArray();
    }

    /// <exception cref="ArgumentException">The input is no [N, C, ...] or [C, ...] of as many channels as the weight takes.</exception>
    private protected void CheckShape(Tensor input, int dimensions)
    {
        if (ValidateShape(input, dimensions)) return;
        throw new ArgumentException($"Expected {dimensions + 1}D (unbatched) or {dimensions + 2}D (batched) input with {in_channels} channels "
            + $"to {GetName()}, not [{string.Join(", ", input.shape)}].");
    }

    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    /// <summary>Runs an operator after padding by hand, for the modes that the operator does not know.</summary>
    private protected Tensor Padded(Tensor input, Func<Tensor, Tensor> convolve)
    {
        using var padded = nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
        return convolve(padded);
    }
}
