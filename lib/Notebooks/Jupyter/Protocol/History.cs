using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks.Protocol;

/// <param name="HistAccessType">range, tail or search.</param>
internal sealed record HistoryRequest(
    string HistAccessType = "tail",
    bool Output = false,
    bool Raw = true,
    int Session = 0,
    int Start = 0,
    int? Stop = null,
    int? N = null,
    string? Pattern = null,
    bool Unique = false);

/// <param name="History">Triples: session, line number, source, or source and output as a pair.</param>
internal sealed record HistoryReply(IReadOnlyList<JsonArray> History, string Status = "ok");
