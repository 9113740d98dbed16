using System.Globalization;
using System.Text;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>A notebook as markdown, its pictures in a folder beside it.</summary>
public static class MarkdownExport
{
    /// <summary>Writes the file and, where there are pictures, the folder <c>NAME_files</c>.</summary>
    public static void Write(string notebookFile, string target)
    {
        var notebook = Notebook.Load(notebookFile);
        var text = new StringBuilder();
        var folder = Path.GetFileNameWithoutExtension(target) + "_files";
        var pictures = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind != CellKind.Raw))
        {
            if (cell.Kind == CellKind.Markdown)
                text.Append(NotebookPage.Attached(cell).TrimEnd()).Append("\n\n");
            else if (cell.Source.Trim().Length > 0)
                text.Append(Fenced(cell.Source.TrimEnd(), cell.Language is null or "csharp" ? "csharp" : cell.Language));
            foreach (var output in cell.Outputs)
                text.Append(Shown(output, picture => Save(picture, ++pictures, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, folder), folder)));
        }
        File.WriteAllText(target, text.ToString().TrimEnd() + "\n");
    }

    private static string Shown(Output output, Func<string, string> save) => output switch
    {
        Output.Stream stream => Fenced(stream.Text.TrimEnd(), "text"),
        Output.Error error => Fenced(string.Join('\n', error.Traceback), "text"),
        _ => Shown(Bundle.Of(output)!, save),
    };

    private static string Shown(Bundle bundle, Func<string, string> save)
    {
        if (bundle.Picture is ("image/png", var base64))
            return $"![{(bundle.Alt ?? "").ReplaceLineEndings(" ").Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({save(base64)})\n\n";
        return bundle.Text("text/html") is { } html ? Sanitizer.Clean(html) + "\n\n"
            : bundle.Text("text/markdown") is { } markdown ? markdown + "\n\n"
            : bundle.Text("text/plain") is { } plain ? Fenced(plain.TrimEnd(), "text")
            : "";
    }

    private static string Save(string base64, int number, string folder, string name)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"figure-{number}.png");
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, file), Convert.FromBase64String(base64));
        return $"{Uri.EscapeDataString(name)}/{file}";
    }

    private static string Fenced(string code, string language)
    {
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}{language}\n{code}\n{fence}\n\n";
    }
}
