using System.IO.Enumeration;
using System.Text.Json.Nodes;
using CnnCourse.Notebooks.Protocol;

namespace CnnCourse.Notebooks;

/// <summary>The cells this process has run, oldest first. It keeps nothing beyond its own life, so there is one session: number 0.</summary>
internal sealed class HistoryBook
{
    private readonly List<(int Line, string Code, string? Output)> cells = [];

    public void Add(int line, string code, string? output)
    {
        lock (cells)
            cells.Add((line, code, output));
    }

    public HistoryReply Answer(HistoryRequest asked)
    {
        lock (cells)
        {
            var found = asked.HistAccessType switch
            {
                "range" => cells.Where(cell => cell.Line >= asked.Start && (asked.Stop is not { } stop || cell.Line < stop)),
                "search" => cells.Where(cell => FileSystemName.MatchesSimpleExpression(asked.Pattern ?? "*", cell.Code, ignoreCase: false)),
                _ => cells,
            };
            if (asked.Unique)
                found = found.Reverse().DistinctBy(cell => cell.Code).Reverse();
            if (asked.N is { } n && asked.HistAccessType != "range")
                found = found.TakeLast(Math.Max(0, n));
            return new HistoryReply([.. found.Select(cell => new JsonArray(0, cell.Line, asked.Output ? new JsonArray(cell.Code, cell.Output) : cell.Code))]);
        }
    }
}
