using System.Globalization;
using System.Xml.Linq;

namespace CnnCourse.Notebooks;

/// <summary>Reports in the XML that continuous integration reads: a suite per notebook, a case per code cell.</summary>
public static class JUnitReport
{
    public static void Write(IReadOnlyList<NotebookReport> reports, string path) => ToXml(reports).Save(path);

    public static XElement ToXml(IReadOnlyList<NotebookReport> reports) => new("testsuites", reports.Select(Suite));

    private static XElement Suite(NotebookReport report) => new("testsuite",
        new XAttribute("name", report.Name),
        new XAttribute("tests", Math.Max(1, report.Cells.Count)),
        new XAttribute("failures", report.Cells.Count(cell => cell.Status == CellStatus.Failed)),
        new XAttribute("errors", report.Error is null ? 0 : 1),
        new XAttribute("skipped", report.Cells.Count(IsSkipped)),
        new XAttribute("time", Seconds(report.Time)),
        report.Error is { } error
            ? new XElement("testcase", new XAttribute("name", "load"), new XElement("error", new XAttribute("message", error)))
            : null,
        report.Cells.Select(cell => Case(report.Name, cell)));

    private static XElement Case(string notebook, CellReport cell) => new("testcase",
        new XAttribute("classname", notebook),
        new XAttribute("name", $"cell {cell.Number}"),
        new XAttribute("time", Seconds(cell.Time)),
        cell is { Status: CellStatus.Failed, Failure: { } failure }
            ? new XElement("failure", new XAttribute("message", Printable(failure.Message)), Printable(string.Join('\n', failure.Traceback)),
                failure.Printed.Length > 0 ? "\n\nprinted before:\n" + Printable(failure.Printed) : "")
            : null,
        IsSkipped(cell) ? new XElement("skipped") : null);

    private static bool IsSkipped(CellReport cell) => cell.Status is CellStatus.Skipped or CellStatus.NotRun;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>XML has no way to write most control characters, and programs print them.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '?'));
}
