namespace CnnCourse.Site.Tests;

public class SanitizerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>after", "after")]
    [InlineData("<SCRIPT src=x>alert(1)</ScRiPt >after", "after")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<img src='data:image/png;base64,AA=='>", "<img src=\"data:image/png;base64,AA==\">")]
    [InlineData("<img src='http://example.org/x.png'>", "")]
    [InlineData("<img src='//example.org/x.png'>", "")]
    [InlineData("<a href='javascript:alert(1)'>a</a>", "<a>a</a>")]
    [InlineData("<a href=' java\nscript:alert(1)'>a</a>", "<a>a</a>")]
    [InlineData("<a href='&#106;avascript:alert(1)'>a</a>", "<a>a</a>")]
    [InlineData("<a href='data:text/html,x'>a</a>", "<a>a</a>")]
    [InlineData("<div style='background:url(http://example.org)'>x</div>", "<div>x</div>")]
    [InlineData("<div style='color:red;position:fixed'>x</div>", "<div style=\"color:red\">x</div>")]
    [InlineData("<style>p{}</style><p>x", "<p>x</p>")]
    [InlineData("<iframe srcdoc='<script>1</script>'></iframe>x", "x")]
    [InlineData("<svg onload=alert(1)><path d='M0 0'/></svg>", "<svg><path d=\"M0 0\"></path></svg>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "&quot;&gt;")]
    [InlineData("<!-- <b> --><b>x</b>", "<b>x</b>")]
    [InlineData("1 < 2 && 3 > 2", "1 &lt; 2 &amp;&amp; 3 &gt; 2")]
    [InlineData("</div></article><b>x", "<b>x</b>")]
    [InlineData("<b><i>x</b>y", "<b><i>x</i></b>y")]
    [InlineData("<p id=main class=a>x</p>", "<p class=\"a\">x</p>")]
    [InlineData("<b", "<b></b>")]
    public void Only_listed_markup_comes_out(string html, string expected) => Assert.Equal(expected, Sanitizer.Clean(html));

    [Fact]
    public void Nothing_dangerous_survives_random_pieces()
    {
        string[] pieces = ["<script>", "</script>", "<img ", "onerror=", "'", "\"", ">", "<", "/", "javascript:", "<svg>", "<style>", "</style>", "<!--", "-->", "x", " ", "=", "href=", "<a ", "&#x3c;", "\0", "<math>", "<title>"];
        var random = new Random(1);
        for (var n = 0; n < 20_000; n++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var clean = Sanitizer.Clean(html);
            for (var i = clean.IndexOf('<'); i >= 0; i = clean.IndexOf('<', i + 1))
                Assert.True(HtmlTag.Read(clean, i) is { } tag && HtmlTags.Allowed.Contains(tag.Name)
                    && tag.Attributes.All(one => !one.Name.StartsWith("on", StringComparison.Ordinal) && !one.Value.StartsWith("javascript", StringComparison.Ordinal)), $"{html} gave {clean}");
        }
    }
}
