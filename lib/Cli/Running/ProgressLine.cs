using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Running;

/// <summary>Where a run stands: one line that is written over on a terminal, nothing where output is piped.</summary>
internal sealed class ProgressLine(TextWriter output, bool isLive) : IProgress<RunProgress>, IDisposable
{
    private int written;

    public void Report(RunProgress value)
    {
        if (!isLive) return;
        var printed = value.Printed?.TrimEnd().Split('\n')[^1] ?? "";
        var line = $"{value.Notebook}  cell {value.Cell}/{value.Cells}  {printed}";
        var width = Math.Max(20, Console.WindowWidth - 1);
        if (line.Length > width) line = line[..width];
        output.Write("\r" + line.PadRight(written));
        written = line.Length;
    }

    public void Clear()
    {
        if (written > 0) output.Write("\r" + new string(' ', written) + "\r");
        written = 0;
    }

    public void Dispose() => Clear();
}
