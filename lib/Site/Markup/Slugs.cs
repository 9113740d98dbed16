using System.Globalization;
using System.Text;

namespace CnnCourse.Site;

/// <summary>Headings as anchors, unique on their page.</summary>
internal sealed class Slugs
{
    private readonly HashSet<string> taken = [];

    /// <summary>The slug of a heading, numbered from its second appearance on.</summary>
    public string Take(string heading)
    {
        var slug = Of(heading);
        for (var n = 2; !taken.Add(slug); n++)
            slug = string.Create(CultureInfo.InvariantCulture, $"{Of(heading)}-{n}");
        return slug;
    }

    /// <summary>Lower case, words joined by hyphens, as code hosts make it. Jupyter's anchors, which keep their case, come out the same.</summary>
    public static string Of(string heading)
    {
        var slug = new StringBuilder();
        foreach (var c in heading.Trim().ToLowerInvariant())
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                slug.Append(c);
            else if (c == ' ')
                slug.Append('-');
        return slug.Length == 0 ? "section" : slug.ToString();
    }
}
