using System.Runtime.CompilerServices;

namespace CnnCourse.Plots;

/// <summary>What every factory asks of its input, in words a reader can act on.</summary>
internal static class Checks
{
    public static double[] Values(IEnumerable<double> values, string what, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        double[] array = [.. values];
        return array.Length > 0 ? array : throw new ArgumentException($"{what} has no values: give at least one.", name);
    }

    public static void SameLength(int actual, int expected, string what, string than)
    {
        if (actual != expected)
            throw new ArgumentException($"{what} has {actual} values, but {than} has {expected}: give both the same number.");
    }

    public static void NotEmpty<T>(IReadOnlyCollection<T> items, string what)
    {
        if (items.Count == 0) throw new ArgumentException($"There is nothing to draw: give at least one {what}.");
    }

    /// <summary>Rows of equal length as one rectangular array.</summary>
    public static double[,] Rectangle(IReadOnlyList<IReadOnlyList<double>> rows, string what)
    {
        NotEmpty(rows, "row");
        var width = rows[0].Count;
        var values = new double[rows.Count, width];
        for (var r = 0; r < rows.Count; r++)
        {
            if (rows[r].Count != width)
                throw new ArgumentException($"{what} is ragged: row 0 has {width} values, row {r} has {rows[r].Count}.");
            for (var c = 0; c < width; c++) values[r, c] = rows[r][c];
        }
        return values;
    }
}
