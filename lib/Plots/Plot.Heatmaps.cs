using System.Globalization;

namespace CnnCourse.Plots;

public static partial class Plot
{
    private const int HeatmapRoom = 420;

    /// <summary>A table of numbers as colours; row 0 is on top. A diverging map is made symmetric about zero. NaN stays white.</summary>
    /// <param name="values">[rows, columns].</param>
    /// <param name="cellFormat">Writes each value into its cell, for example "0.00"; null writes none.</param>
    public static Figure Heatmap(
        double[,] values, IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null, ColorMap? map = null,
        string? cellFormat = null, double? low = null, double? high = null, string? scaleLabel = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = cellFormat is null ? null
            : Map(values, v => double.IsFinite(v) ? v.ToString(cellFormat, CultureInfo.InvariantCulture) : "");
        return Heatmap(values, texts, rows, columns, map ?? ColorMap.Viridis, low, high, scaleLabel);
    }

    public static Figure Heatmap(IReadOnlyList<IReadOnlyList<double>> values, ColorMap? map = null, string? cellFormat = null) =>
        Heatmap(Checks.Rectangle(values, "The heat map"), map: map, cellFormat: cellFormat);

    /// <summary>How often class r (row) was taken for class c (column). Colour is the share of the row, the number is the count.</summary>
    public static Figure ConfusionMatrix(int[,] counts, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(classes);
        Checks.SameLength(counts.GetLength(1), counts.GetLength(0), "A row of the confusion matrix", "a column");
        var shares = new double[counts.GetLength(0), counts.GetLength(1)];
        for (var r = 0; r < classes.Count && r < counts.GetLength(0); r++)
        {
            var sum = Enumerable.Range(0, counts.GetLength(1)).Sum(c => counts[r, c]);
            for (var c = 0; c < counts.GetLength(1); c++) shares[r, c] = sum > 0 ? (double)counts[r, c] / sum : 0;
        }
        return Heatmap(shares, Map(counts, n => n.ToString(CultureInfo.InvariantCulture)), classes, classes, ColorMap.Blues, 0, 1, "share of the true class")
            .WithAxes("predicted", "true");
    }

    private static Figure Heatmap(
        double[,] values, string[,]? texts, IReadOnlyList<string>? rows, IReadOnlyList<string>? columns, ColorMap map, double? low, double? high, string? scaleLabel)
    {
        var (height, width) = (values.GetLength(0), values.GetLength(1));
        if (height == 0 || width == 0) throw new ArgumentException($"A heat map of {height} x {width} has no cells.", nameof(values));
        if (rows is not null) Checks.SameLength(rows.Count, height, "The list of row names", "the table (rows)");
        if (columns is not null) Checks.SameLength(columns.Count, width, "The list of column names", "the table (columns)");
        var (min, max) = map.Range(values.Cast<double>());
        var trace = new HeatmapTrace(values, map, low ?? min, high ?? max) { Texts = texts, ScaleLabel = scaleLabel };
        var cell = Math.Clamp((double)HeatmapRoom / Math.Max(height, width), texts is null ? 1 : 22, 44);
        var panel = new Panel([trace]) { X = Axis(columns, width), Y = Axis(rows, height) with { IsReversed = true } };
        // Cells are square, unless the table is so long that square cells would leave a thread.
        var isLong = Math.Max(width, height) > 4 * Math.Min(width, height);
        return new(isLong ? panel : panel with { IsEqual = true, Width = (int)(cell * width), Height = (int)(cell * height) });

        static Axis Axis(IReadOnlyList<string>? names, int count) => new()
        {
            IsTight = true,
            HasGrid = false,
            Categories = names ?? [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
        };
    }

    private static TOut[,] Map<TIn, TOut>(TIn[,] values, Func<TIn, TOut> change)
    {
        var result = new TOut[values.GetLength(0), values.GetLength(1)];
        for (var r = 0; r < values.GetLength(0); r++)
            for (var c = 0; c < values.GetLength(1); c++) result[r, c] = change(values[r, c]);
        return result;
    }
}
