namespace CnnCourse.Site.Tests;

public class CodeLinesTests
{
    [Fact]
    public void Each_line_knows_its_indent_and_the_text_stays() => Assert.Equal(
        "<span class=\"line i0\">if (a)\n</span><span class=\"line i1\">    b();</span>", CodeLines.Of("if (a)\n    b();"));

    [Fact]
    public void A_colour_that_goes_over_lines_goes_on_in_each() => Assert.Equal(
        "<span class=\"line i0\">x = <span class=\"s\">\"a</span>\n</span><span class=\"line i0\"><span class=\"s\">b\"</span>;</span>",
        CodeLines.Of("x = <span class=\"s\">\"a\nb\"</span>;"));
}
