using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>
/// What it costs to run a notebook: processor time, which other programs on the machine do not change much, kept in the metadata
/// as <c>cnncourse.seconds</c>. It is measured when outputs are written whose code is new, and rounded, so that it does not change with every run.
/// </summary>
public static class RunTime
{
    private const string Section = "cnncourse";
    private const string Name = "seconds";

    /// <summary>Null where it was not measured.</summary>
    public static TimeSpan? Read(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return (notebook.Metadata[Section] as JsonObject)?[Name] is JsonValue value && value.TryGetValue(out int seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }

    public static void Write(Notebook notebook, TimeSpan used)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        if (notebook.Metadata[Section] is not JsonObject section)
            notebook.Metadata[Section] = section = [];
        section[Name] = Rounded(used.TotalSeconds);
    }

    /// <summary>To 5 seconds below one minute, to 15 below five, else to whole minutes.</summary>
    private static int Rounded(double seconds)
    {
        var step = seconds < 60 ? 5 : seconds < 300 ? 15 : 60;
        return Math.Max(step, (int)Math.Round(seconds / step) * step);
    }
}
