using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null, Tensor? weight = null, bool density = false) =>
        Aten.histogram_bin_ct.Call2(input, bins, Pair(range), weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
        Aten.histogram_bins_tensor.Call2(input, bins, weight, density);

    /// <summary>A histogram whose number of bins a rule finds from the data.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, HistogramBinSelector bins, (double min, double max)? range = null, bool density = false)
    {
        using var scope = NewDisposeScope();
        var values = input.detach().cpu().flatten().to(ScalarType.Float64);
        if (range is var (min, max)) values = values[values.ge(min) & values.le(max)];
        var data = values.data<double>().ToArray();
        var span = range is var (low, high) ? high - low : data.Length == 0 ? 1 : data.Max() - data.Min();
        var width = data.Length == 0 ? 0 : BinWidth(bins, data, data.Length == 0 ? 0 : data.Max() - data.Min());
        var count = width > 0 ? (long)Math.Ceiling(span / width) : 1;
        var (hist, edges) = histogram(values, count, range, null, density);
        return scope.MoveToOuter(density ? hist : hist.to(ScalarType.Int32), edges);
    }

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range, Tensor? weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range, weight, density);

    private static double[]? Pair((double min, double max)? range) => range is var (min, max) ? [min, max] : null;

    // The rules of numpy.histogram_bin_edges.
    private static double BinWidth(HistogramBinSelector rule, double[] x, double span)
    {
        double n = x.Length;
        var mean = x.Average();
        var sigma = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));
        switch (rule)
        {
            case HistogramBinSelector.Sqrt: return span / Math.Sqrt(n);
            case HistogramBinSelector.Sturges: return span / (Math.Log2(n) + 1);
            case HistogramBinSelector.Rice: return span / (2 * Math.Cbrt(n));
            case HistogramBinSelector.Scott: return Math.Cbrt(24 * Math.Sqrt(Math.PI) / n) * sigma;
            case HistogramBinSelector.Doane when n > 2 && sigma > 0:
                var spread = Math.Sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
                var skew = x.Average(v => Math.Pow((v - mean) / sigma, 3));
                return span / (1 + Math.Log2(n) + Math.Log2(1 + Math.Abs(skew) / spread));
            case HistogramBinSelector.Stone when n > 1 && span > 0:
                var most = Math.Max(100, (int)Math.Sqrt(n));
                return span / Enumerable.Range(1, most).MinBy(bins => StoneRisk(x, span, bins));
            default: return 0;
        }
    }

    private static double StoneRisk(double[] x, double span, int bins)
    {
        var counts = new int[bins];
        var low = x.Min();
        foreach (var v in x) counts[Math.Min((int)((v - low) / span * bins), bins - 1)]++;
        double n = x.Length, h = span / bins;
        return (2 - (n + 1) * counts.Sum(c => c / n * (c / n))) / h;
    }
}
