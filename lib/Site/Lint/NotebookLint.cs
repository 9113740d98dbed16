using System.Globalization;
using System.Reflection;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>Looks at notebook files as they are to be committed: nothing is run.</summary>
public static class NotebookLint
{
    public const long MostBytes = 1 << 20;
    private static readonly string[] NeedNotRun = ["slow", "gpu"];
    private static readonly string[] MayFail = ["exercise", "raises-exception"];

    /// <param name="libraries">The assemblies that cells refer to; outputs of other versions of them are stale.</param>
    public static IReadOnlyList<LintFinding> Check(string notebookFile, IEnumerable<Assembly> libraries)
    {
        var name = Path.GetFileNameWithoutExtension(notebookFile);
        Notebook notebook;
        try
        {
            notebook = Notebook.Load(notebookFile);
        }
        catch (NotebookFormatException bad)
        {
            return [new LintFinding(name, 0, bad.Message[(bad.Path.Length + 2)..])];
        }
        return [.. CheckFile(notebookFile, notebook).Concat(CheckOutputs(notebook, libraries)).Concat(CheckFigures(notebook)).Concat(TimeLint.Check(notebook)).Concat(LinkLint.Check(notebookFile, notebook))
            .Select(one => new LintFinding(name, one.Cell, one.Message))];
    }

    private static IEnumerable<(int Cell, string Message)> CheckFile(string file, Notebook notebook)
    {
        var size = new FileInfo(file).Length;
        if (size > MostBytes)
            yield return (0, string.Create(CultureInfo.InvariantCulture, $"has {size / 1024.0 / 1024.0:0.0} MiB; at most 1 MiB is committed. Make its figures or printed tables smaller."));
        if (notebook.Metadata["kernelspec"] is null)
            yield return (0, "has no kernelspec in its metadata; './course run NAME --write' puts it there.");
        else if (notebook.Language != "csharp")
            yield return (0, $"says it is written in {notebook.Language}.");
        if (notebook.Cells is not [{ Kind: CellKind.Markdown, Source: var first }, ..] || !first.TrimStart().StartsWith("# ", StringComparison.Ordinal))
            yield return (1, "the notebook does not begin with its title ('# ...').");
        for (var i = 0; i < notebook.Cells.Count; i++)
            if (notebook.Cells[i].Metadata.ContainsKey("execution"))
                yield return (i + 1, "keeps execution times in its metadata, which differ from run to run.");
    }

    private static IEnumerable<(int Cell, string Message)> CheckOutputs(Notebook notebook, IEnumerable<Assembly> libraries)
    {
        var number = 0;
        var hasRun = false;
        foreach (var (i, cell) in notebook.Cells.Index().Where(one => one.Item.Kind == CellKind.Code))
        {
            number++;
            if (cell.ExecutionCount is null && cell.Source.Trim().Length > 0 && !NeedNotRun.Any(cell.Has))
                yield return (i + 1, "has not been run: no execution count.");
            else if (cell.ExecutionCount is { } count && count != number)
                yield return (i + 1, $"was run out of order: execution count {count}, but it is code cell {number}.");
            if (cell.Outputs.OfType<Output.Error>().FirstOrDefault() is { } error && !MayFail.Any(cell.Has))
                yield return (i + 1, $"shows an error: {error.Name}: {error.Message.Split('\n')[0]}");
            hasRun |= cell.ExecutionCount is not null;
        }
        if (!hasRun)
            yield break;
        if (Fingerprint.Read(notebook) is not { } kept)
            yield return (0, "does not say what its outputs came from; './course run NAME --write' does.");
        else if (kept != Fingerprint.Of(notebook, libraries))
            yield return (0, "its outputs are stale: code or library changed since they were written. './course run NAME --write' renews them.");
    }

    private static IEnumerable<(int Cell, string Message)> CheckFigures(Notebook notebook)
    {
        foreach (var (i, cell) in notebook.Cells.Index())
            foreach (var bundle in cell.Outputs.Select(Bundle.Of).OfType<Bundle>().Where(one => one.IsFigure))
            {
                if (bundle.Chart is not null && bundle.Picture is null)
                    yield return (i + 1, "a chart has no picture for readers without scripts (image/png).");
                if (bundle.Caption is null)
                    yield return (i + 1, "a figure has no caption.");
                if (bundle.Alt is null)
                    yield return (i + 1, "a figure has no text for readers who cannot see it.");
            }
    }
}
