using System.Reflection;
using System.Text.RegularExpressions;

namespace CnnCourse.Site;

/// <summary>Scripts, styles and fonts of pages and slides: our own, which are part of this assembly, and those from npm.</summary>
internal static partial class Assets
{
    public static readonly string[] PageStyles = ["fonts.css", "katex/katex.css", "site.css"];
    public static readonly string[] PageScripts = ["theme.js", "search.js", "charts.js", "page.js"];
    private static readonly Lazy<string> Modules = new(() => NpmPackages.Restore(Own("package.json"), Own("package-lock.json")));

    /// <summary>A text of our own.</summary>
    public static string Own(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException($"there is no asset '{name}'");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A script or style sheet by its name in the site's <c>assets</c> folder.</summary>
    public static string Text(string name) => Source(name) is { } file ? Trimmed(File.ReadAllText(file)) : Own(name);

    /// <summary>Writes everything a site needs into a folder.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var name in PageStyles.Concat(PageScripts).Append("katex/katex.js").Append("plotly.js"))
        {
            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = Text(name);
            File.WriteAllText(target, text);
            foreach (Match font in FontAddress().Matches(text))
                CopyFont(name, font.Groups[1].Value, Path.GetDirectoryName(target)!);
        }
    }

    /// <summary>A style sheet with its fonts in it.</summary>
    public static string Inlined(string name) => FontAddress().Replace(Text(name), font =>
        $"url(data:font/woff2;base64,{Convert.ToBase64String(File.ReadAllBytes(FontFile(name, font.Groups[1].Value)))})");

    /// <summary>A script as it may stand inside a script element.</summary>
    public static string InlinedScript(string name) => Text(name).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static void CopyFont(string sheet, string address, string folder)
    {
        var target = Path.Combine(folder, address);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(FontFile(sheet, address), target, overwrite: true);
    }

    private static string FontFile(string sheet, string address) => sheet == "fonts.css"
        ? Path.Combine(Modules.Value, "@fontsource-variable/source-serif-4/files", Path.GetFileName(address))
        : Path.Combine(Modules.Value, "katex/dist", address);

    private static string? Source(string name) => name switch
    {
        "katex/katex.css" => Path.Combine(Modules.Value, "katex/dist/katex.min.css"),
        "katex/katex.js" => Path.Combine(Modules.Value, "katex/dist/katex.min.js"),
        "plotly.js" => Path.Combine(Modules.Value, "plotly.js-cartesian-dist-min/plotly-cartesian.min.js"),
        "reveal.css" => Path.Combine(Modules.Value, "reveal.js/dist/reveal.css"),
        "reveal.js" => Path.Combine(Modules.Value, "reveal.js/dist/reveal.js"),
        "notes.js" => Path.Combine(Modules.Value, "reveal.js/dist/plugin/notes.js"),
        _ => null,
    };

    /// <summary>Every browser since 2016 reads woff2; the other font formats would double the site.</summary>
    private static string Trimmed(string text) => OtherFonts().Replace(text, "");

    [GeneratedRegex(@"url\((?!data:)([^)""']+\.woff2)\)")]
    private static partial Regex FontAddress();

    [GeneratedRegex(@",\s*url\([^)]+\.(?:woff|ttf)\)\s*format\([^)]+\)")]
    private static partial Regex OtherFonts();
}
