using System.Text.RegularExpressions;

namespace CnnCourse.Cli.Bench;

/// <summary>docs/benchmarks.md: one section per benchmark, written by the benchmark itself.</summary>
internal static class BenchmarkPage
{
    private static string File => Path.Combine(Repository.Root, "docs/benchmarks.md");

    /// <summary>Replaces the section of that name, or adds it at the end.</summary>
    public static void Write(string name, string content)
    {
        var text = System.IO.File.Exists(File)
            ? System.IO.File.ReadAllText(File)
            : "# Benchmarks\n\nOurs beside Debian's Python PyTorch on the same libtorch, with the same threads, in turn in one run. Ratios below 1 mean that ours is faster. Every section is written by the command that it names.\n";
        var section = $"<!-- begin {name} -->\n{content.Trim()}\n<!-- end {name} -->";
        var old = new Regex($"<!-- begin {name} -->.*?<!-- end {name} -->", RegexOptions.Singleline);
        text = old.IsMatch(text) ? old.Replace(text, _ => section) : $"{text.TrimEnd()}\n\n{section}\n";
        System.IO.File.WriteAllText(File, text);
    }
}
