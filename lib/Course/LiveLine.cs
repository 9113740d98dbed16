namespace CnnCourse;

/// <summary>A line of text that is replaced in place: in a notebook an output that is updated, on a terminal a line that is written over.</summary>
public sealed class LiveLine
{
    private readonly TextWriter console = Console.Out;
    private Action<string>? replace;
    private int written;

    /// <summary>Set by the notebook's host: shows a first text and returns what replaces it. Null outside a notebook.</summary>
    public static Func<string, Action<string>>? Display { get; set; }

    /// <summary>Shows <paramref name="text"/> instead of what was there; where output goes to a file, nothing.</summary>
    public void Update(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (replace is not null) replace(text);
        else if (Display is { } display) replace = display(text);
        else if (!Console.IsOutputRedirected) Overwrite(text);
    }

    /// <summary>Shows the text that stays. In a committed notebook it must not hold times, which differ from run to run.</summary>
    public void End(string text)
    {
        Update(text);
        if (replace is not null) return;
        console.WriteLine(Console.IsOutputRedirected ? text : "");
    }

    private void Overwrite(string text)
    {
        console.Write("\r" + text.PadRight(written));
        written = text.Length;
    }
}
