using System.Globalization;
using CnnCourse.Arithmetic;

namespace CnnCourse.Cli;

/// <summary>Two networks side by side: rows of (mark, left, right), aligned by the longest common run of equal layers.</summary>
internal static class LayerDifference
{
    /// <summary>Mark <c> </c> for layers that are alike, <c>-</c> for those of the left network only, <c>+</c> of the right only; totals last.</summary>
    public static List<string[]> Between(LayerTable left, LayerTable right)
    {
        var (a, b) = (left.Rows.Select(Text).ToArray(), right.Rows.Select(Text).ToArray());
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var rows = new List<string[]>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j]) rows.Add(["", a[i++], b[j++]]);
            else if (j == b.Length || i < a.Length && common[i + 1, j] >= common[i, j + 1]) rows.Add(["-", a[i++], ""]);
            else rows.Add(["+", "", b[j++]]);
        }
        rows.Add(["", Totals(left), Totals(right)]);
        return rows;
    }

    private static string Text(LayerRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Type} {row.OutputText} {(row.Params > 0 ? row.ParamsFormula : "")}").TrimEnd();

    private static string Totals(LayerTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Total.Params:N0} parameters, {table.Total.Macs:N0} multiply-adds");
}
