namespace CnnCourse.Site;

/// <summary>Which attributes come through, and with what value.</summary>
internal static class SafeAttribute
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];
    private static readonly string[] Pictures = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;", "data:image/svg+xml;"];

    /// <summary>The value to write; null where the attribute is not to be written.</summary>
    public static string? Check(string tag, string name, string value, bool isProse) => name switch
    {
        "id" => isProse ? value : null,
        "href" => tag == "a" && IsLink(value) ? value : null,
        "src" => tag == "img" && IsPicture(value) && (isProse || Scheme(value) is not null) ? value : null,
        "style" => Style(value) is { Length: > 0 } style ? style : null,
        "fill" or "stroke" => value.Contains('(') && !value.StartsWith("rgb", StringComparison.Ordinal) ? null : value,
        _ => HtmlTags.Attributes.Contains(name) ? value : null,
    };

    /// <summary>Anchors, relative addresses and the web; browsers skip control characters and blanks in a scheme, so they count as part of it.</summary>
    public static bool IsLink(string address) => Scheme(address) is not { } scheme || Schemes.Contains(scheme);

    /// <summary>Pictures in the page or beside it; never from elsewhere.</summary>
    public static bool IsPicture(string address) =>
        Scheme(address) is null
            ? !address.TrimStart().Replace('\\', '/').StartsWith("//", StringComparison.Ordinal)
            : Pictures.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string? Scheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && address[end] == ':'
            ? string.Concat(address[..end].Where(c => c > ' ')).ToLowerInvariant()
            : null;
    }

    private static string Style(string style) => string.Join(';', style.Split(';').Where(IsDecoration)).Trim();

    private static bool IsDecoration(string declaration) =>
        declaration.Contains(':') && !declaration.Contains('\\') && !declaration.Contains("/*", StringComparison.Ordinal)
        && !declaration.Contains('@') && !declaration.Contains('<')
        && (!declaration.Contains('(') || declaration.Split(':', 2)[1].TrimStart() is var value && (value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) || value.StartsWith("hsl", StringComparison.OrdinalIgnoreCase)) && value.Count(c => c == '(') == 1)
        && declaration.Split(':')[0].Trim().ToLowerInvariant() is not ("position" or "z-index" or "behavior" or "-moz-binding" or "content");
}
