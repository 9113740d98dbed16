namespace TorchSharp;

/// <summary>Kernel sizes, strides and paddings as operators take them: one number per spatial dimension.</summary>
internal static class Dimensions
{
    internal static long[] Array(this (long, long) sizes) => [sizes.Item1, sizes.Item2];
    internal static long[] Array(this (long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];
    internal static long[] Times(this long size, int dimensions) => Enumerable.Repeat(size, dimensions).ToArray();
    internal static double[] Array(this (double, double) ratios) => [ratios.Item1, ratios.Item2];
    internal static double[] Array(this (double, double, double) ratios) => [ratios.Item1, ratios.Item2, ratios.Item3];
    internal static double[] Times(this double ratio, int dimensions) => Enumerable.Repeat(ratio, dimensions).ToArray();
}
