namespace CnnCourse.Notebooks;

/// <summary>A stretch of a cell under one <c>#!</c> line.</summary>
internal sealed record Section(string Kind, string Text, int Line);

/// <summary>The <c>#!</c> lines of a cell.</summary>
internal static class Magics
{
    private static readonly string[] Known = ["csharp", "time", "markdown", "html"];

    /// <summary>Splits a cell; C# keeps its line numbers by standing below as many empty lines as it did in the cell.</summary>
    /// <exception cref="CompilationException">A line asks for something this session does not have.</exception>
    public static IReadOnlyList<Section> Split(string code, string cell)
    {
        List<Section> sections = [];
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var (kind, start) = ("csharp", 0);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("#!", StringComparison.Ordinal))
                continue;
            Add(i);
            (kind, start) = (Name(lines[i], i + 1, cell), i + 1);
            if (kind == "time")
            {
                sections.Add(new Section("time", "", i + 1));
                kind = "csharp";
            }
        }
        Add(lines.Length);
        return sections;

        void Add(int end)
        {
            var text = string.Join('\n', lines[start..end]);
            if (string.IsNullOrWhiteSpace(text))
                return;
            sections.Add(new Section(kind, kind == "csharp" ? new string('\n', start) + text : text.Trim('\n'), start + 1));
        }
    }

    /// <summary>The code with its <c>#!</c> lines, and what is not C# below them, turned to blanks, so that places in it stay where they are.</summary>
    public static string Blank(string code)
    {
        var isCSharp = true;
        return string.Join('\n', code.Split('\n').Select(line =>
        {
            var isMagic = line.StartsWith("#!", StringComparison.Ordinal);
            if (isMagic)
                isCSharp = !line.StartsWith("#!markdown", StringComparison.Ordinal) && !line.StartsWith("#!html", StringComparison.Ordinal);
            return isMagic || !isCSharp ? new string(' ', line.Length) : line;
        }));
    }

    /// <summary>The magic names themselves, when a place is within one.</summary>
    public static Completions? CompletionsOn(string code, int position)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var typed = code[start..position];
        return typed.StartsWith("#!", StringComparison.Ordinal) && !typed.Contains(' ', StringComparison.Ordinal)
            ? new Completions(start, position,
                [.. Known.Select(one => "#!" + one).Where(one => one.StartsWith(typed, StringComparison.Ordinal)).Select(one => new Completion(one, "magic", one))])
            : null;
    }

    private static string Name(string line, int number, string cell)
    {
        var name = line[2..].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first.Trim() : "";
        name = name switch { "c#" or "C#" => "csharp", "md" => "markdown", _ => name };
        if (Known.Contains(name))
            return name;
        var message = $"#!{name} is not known here. There are {string.Join(", ", Known.Select(one => "#!" + one))}.";
        throw new CompilationException(new CellError("UnknownMagic", message, cell, number, 1, line,
            [$"{cell}, line {number}: {message}\n  {number} | {line}"]));
    }
}
