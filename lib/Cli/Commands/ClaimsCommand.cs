using System.CommandLine;
using CnnCourse.Claims;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course claims</c>: what the source texts say, and what we count.</summary>
internal static class ClaimsCommand
{
    private static readonly string[] columns = ["id", "stated", "ours", "verdict", "how"];

    public static Command Create()
    {
        var topic = new Option<string?>("--topic") { Description = "only the claims about this: AlexNet, VGG, ...", HelpName = "TOPIC" };
        var kind = new Option<string?>("--kind") { Description = "only arithmetic, experiment, record or definition", HelpName = "KIND" };
        var csv = new Option<bool>("--csv") { Description = "comma-separated values" };
        var command = new Command("claims", "What texts say about the networks, computed again.") { topic, kind, csv };
        command.SetAction(parsed => Print(parsed.GetValue(topic), parsed.GetValue(kind), parsed.GetValue(csv)));
        return command;
    }

    private static int Print(string? topic, string? kind, bool asCsv)
    {
        var findings = Ledger.Course.Of(topic, kind).Select(Finding.Of).ToList();
        string[][] rows = [columns, .. findings.Select(Cells)];
        var widths = columns.Select((_, c) => rows.Max(row => row[c].Length)).ToArray();
        foreach (var row in rows)
            Console.WriteLine(asCsv ? string.Join(',', row.Select(Csv.Quoted)) : string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
        (asCsv ? Console.Error : Console.Out).WriteLine(Summary(findings));
        return findings.Any(finding => finding.Outcome == Outcome.Different) ? 1 : 0;
    }

    private static string[] Cells(Finding finding) =>
    [
        finding.Claim.Id, finding.Claim.Stated, finding.Ours.Length > 0 ? finding.Ours : "-",
        finding.Outcome == Outcome.Different ? $"DIFFERENT: the ledger has {finding.Claim.TrueValue}" : finding.Claim.Verdict, finding.How,
    ];

    private static string Summary(List<Finding> findings)
    {
        var others = findings.Where(finding => finding.Outcome == Outcome.NotComputed).CountBy(finding => finding.Claim.Kind).OrderBy(count => count.Key);
        return $"{findings.Count} claims: {Count(Outcome.Equal)} computed and equal, {Count(Outcome.Different)} computed and different, "
            + $"{Count(Outcome.NotComputed)} not computed ({string.Join(", ", others.Select(count => $"{count.Value} {count.Key.ToString().ToLowerInvariant()}"))})";

        int Count(Outcome outcome) => findings.Count(finding => finding.Outcome == outcome);
    }
}
