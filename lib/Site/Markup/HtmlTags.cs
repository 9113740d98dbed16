using System.Collections.Frozen;

namespace CnnCourse.Site;

/// <summary>The markup that untrusted HTML may use. What is not listed here does not reach a page.</summary>
internal static class HtmlTags
{
    public static FrozenSet<string> Allowed { get; } = Words(
        "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins "
        + "kbd li mark meter ol p pre progress q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr "
        + "svg g path rect circle ellipse line polyline polygon text tspan defs lineargradient stop title desc");

    /// <summary>Elements that go with everything in them.</summary>
    public static FrozenSet<string> Dropped { get; } = Words(
        "script style iframe object embed applet template noscript noembed noframes textarea select xmp plaintext math audio video frameset head foreignobject");

    /// <summary>Elements that never have content, and so never an end tag.</summary>
    public static FrozenSet<string> Void { get; } = Words("br col hr img wbr");

    public static FrozenSet<string> Attributes { get; } = Words(
        "abbr align alt class colspan datetime dir headers height high lang low max min open optimum reversed role rowspan scope span start tabindex title type value width "
        + "aria-label aria-hidden aria-describedby aria-labelledby "
        + "cx cy d dx dy fill fill-opacity fill-rule font-family font-size font-weight gradientunits offset opacity points preserveaspectratio r rx ry stop-color stop-opacity "
        + "stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor dominant-baseline transform viewbox x x1 x2 y y1 y2");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
