using System.Globalization;
using System.Net;
using System.Text;

namespace CnnCourse.Arithmetic;

public sealed partial class LayerTable
{
    /// <summary>The columns of <see cref="ToCsv"/>.</summary>
    public const string CsvHeader = "layer,type,output,params,connections,macs,memory_bytes,rf_size,rf_stride";

    private static readonly string[] heads = ["layer", "type", "output", "params", "connections", "multiply-adds", "memory", "field", "stride"];

    private IEnumerable<LayerRow> All => Rows.Append(Total);

    /// <summary>The table as comma-separated values; the last row is the total.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(CsvHeader).Append('\n');
        foreach (var r in All)
            text.Append(CultureInfo.InvariantCulture,
                $"{r.Layer},{r.Type},{r.OutputText},{r.Params},{r.Connections},{r.Macs},{r.MemoryBytes},{r.Field.Size:0.####},{r.Field.Stride:0.####}\n");
        return text.ToString();
    }

    /// <summary>The table in aligned columns for a terminal.</summary>
    public string ToText()
    {
        var cells = All.Select(Cells).Prepend(heads).ToArray();
        var widths = heads.Select((_, c) => cells.Max(row => row[c].Length)).ToArray();
        var lines = cells.Select(row => string.Join("  ", row.Select((cell, c) => c < 3 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd()).ToList();
        var rule = new string('-', widths.Sum() + 2 * (widths.Length - 1));
        lines.Insert(1, rule);
        lines.Insert(lines.Count - 1, rule);
        return $"{Model}, input {string.Join('x', Input)}\n{string.Join('\n', lines)}\n";
    }

    /// <summary>The table for a notebook; the sums behind parameters and connections appear under the pointer.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"course-layers\"><caption>{Escape(Model)}, input {string.Join('×', Input)}</caption><thead><tr>");
        foreach (var head in heads) html.Append(CultureInfo.InvariantCulture, $"<th>{head}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in All)
        {
            var isTotal = ReferenceEquals(row, Total);
            var tag = isTotal ? "th" : "td";
            html.Append("<tr>");
            foreach (var (c, cell) in Cells(row).Index())
            {
                var formula = c switch { 3 => row.ParamsFormula, 4 => row.ConnectionsFormula, _ => "" };
                var title = formula.Length > 0 ? $" title=\"{Escape(formula)}\"" : "";
                var style = c < 3 ? "text-align:left" : "text-align:right";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"{style}\"{title}>{Escape(cell)}</{tag}>");
            }
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private static string[] Cells(LayerRow r) =>
    [
        r.Layer, r.Type, r.OutputText.Replace('x', '×'), Number(r.Params), Number(r.Connections), Number(r.Macs), Bytes(r.MemoryBytes),
        r.Field.SizeText, r.Field.StrideText,
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Bytes(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB"),
    };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
