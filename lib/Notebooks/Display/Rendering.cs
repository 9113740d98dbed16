using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace CnnCourse.Notebooks;

/// <summary>
/// Value to MIME bundle. A type registered here renders as all of its MIME types at once;
/// every other value goes through <see cref="Formatter"/>, so formatters registered there count too.
/// </summary>
public static partial class Rendering
{
    private static readonly ConcurrentDictionary<Type, Func<object, IReadOnlyDictionary<string, object>>> Bundles = new();

    /// <summary>Renders every <typeparamref name="T"/>, its subtypes included, by a bundle: MIME type to text, base64 text or JSON node.</summary>
    public static void Register<T>(Func<T, IReadOnlyDictionary<string, object>> bundle) where T : notnull =>
        Bundles[typeof(T)] = value => bundle((T)value);

    public static IReadOnlyDictionary<string, object> Render(object? value)
    {
        if (value is null)
            return Text("text/plain", "null");
        if (FindBundle(value.GetType()) is { } bundle)
            return bundle(value);
        if (value is IHtmlContent html)
            return Html(html.ToDisplayString(HtmlFormatter.MimeType));
        var type = value.GetType();
        var plain = value.ToDisplayString(PlainTextFormatter.MimeType);
        if (IsScalar(type))
            return Text("text/plain", plain);
        Dictionary<string, object> rendered = [];
        foreach (var mime in Formatter.GetPreferredMimeTypesFor(type))
            rendered[mime] = WithoutStyles(value.ToDisplayString(mime));
        rendered["text/plain"] = Readable(value, type, plain);
        return rendered;
    }

    /// <summary>Renders as one MIME type, whatever the type prefers.</summary>
    public static IReadOnlyDictionary<string, object> Render(object? value, string mimeType) =>
        Text(mimeType, WithoutStyles(value.ToDisplayString(mimeType)));

    public static IReadOnlyDictionary<string, object> Text(string mimeType, string text) =>
        new Dictionary<string, object> { [mimeType] = text };

    private static Dictionary<string, object> Html(string html) => new()
    {
        ["text/html"] = WithoutStyles(html),
        ["text/plain"] = WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim(),
    };

    private static Func<object, IReadOnlyDictionary<string, object>>? FindBundle(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            if (Bundles.TryGetValue(candidate, out var found))
                return found;
        return type.GetInterfaces().Select(one => Bundles.GetValueOrDefault(one)).FirstOrDefault(found => found is not null);
    }

    private static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Half)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(Guid);

    /// <summary>Without the names that the compiler and LINQ give to anonymous types, collection expressions and queries.</summary>
    private static string Readable(object value, Type type, string plain)
    {
        if (plain.StartsWith('[') || !type.Name.Contains('<') && !(type.IsNested && type.Namespace == "System.Linq"))
            return plain;
        if (value is not System.Collections.IEnumerable)
            return value.ToString() ?? plain;
        var element = type.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0].Name;
        var end = plain.IndexOf('\n');
        return (element is null || element.Contains('<') ? "sequence" : $"sequence of {element.Split('`')[0]}") + (end < 0 ? "" : plain[end..]);
    }

    /// <summary>The formatter ends every value with the same style sheet; a notebook would carry it hundreds of times.</summary>
    private static string WithoutStyles(string html) =>
        html.Contains(".dni-code-hint {", StringComparison.Ordinal) ? StyleBlock().Replace(html, "") : html;

    [GeneratedRegex(@"<style>\s*\.dni-code-hint \{.*?</style>\s*", RegexOptions.Singleline)]
    private static partial Regex StyleBlock();

    [GeneratedRegex("<style.*?</style>|<script.*?</script>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
