namespace CnnCourse.Plots.Tests;

public class LayoutTests
{
    [Fact]
    public void Text_is_as_wide_as_the_fonts_advances_add_up_to() => // DejaVu Sans: i 0.28, m 0.97, space 0.32 em
        Assert.Equal(10 * (0.28 + 0.32 + 0.97), TextMetrics.Width("i m", 10), 9);

    [Fact]
    public void A_long_caption_is_wrapped_between_words_and_makes_room_for_itself()
    {
        const string Words = "See how the residual network goes on falling while the plain one is stuck, and that both begin alike at the loss of a guess.";
        var bare = Plot.Line([1, 2]);
        var figure = bare.WithCaption(Words);
        var layout = FigureLayout.Of(figure);
        Assert.Equal(2, layout.Caption.Count);
        Assert.Equal(Words, string.Join(" ", layout.Caption));
        Assert.All(layout.Caption, line => Assert.True(TextMetrics.Width(line, Style.Caption) <= figure.Width));
        Assert.Equal(FigureLayout.Of(bare).Frames[0].Area.Height, layout.Frames[0].Area.Height);
    }

    [Fact]
    public void A_fixed_size_is_kept_whatever_the_words()
    {
        var figure = Plot.Line([1, 2]).WithSize(500, 320).WithTitle("A title").WithCaption("A caption that says what to see.");
        Assert.Equal((500, 320), (figure.Width, figure.Height));
    }

    [Fact]
    public void Alt_text_is_title_and_caption_unless_given()
    {
        var figure = Plot.Line([1, 2]).WithTitle("Loss").WithCaption("It falls.");
        Assert.Equal("Loss. It falls.", figure.Alt);
        Assert.Equal("other", figure.WithAlt("other").Alt);
    }

    [Fact]
    public void A_picture_keeps_its_shape_beside_a_chart()
    {
        var frames = FigureLayout.Of(Plot.Row(Plot.Image(new float[10, 20]), Plot.Line([1, 2]))).Frames;
        Assert.Equal(2, frames[0].Area.Width / frames[0].Area.Height, 9);
    }

    [Fact]
    public void Labels_of_two_close_points_do_not_cover_each_other()
    {
        var group = PointGroup.Of("", [0, 1, 10], [0, 0, 1]).Labelled(["left one", "right one", "far"]);
        var frame = FigureLayout.Of(Plot.Scatter(group)).Frames[0];
        var places = LabelPlaces.Of(frame, (PointTrace)frame.Panel.Traces[0]);
        Assert.False(places[0].Rect.Overlaps(places[1].Rect));
    }

    [Fact]
    public void A_hundred_names_on_an_axis_are_thinned_out()
    {
        var frame = FigureLayout.Of(Plot.Bar(Enumerable.Range(0, 100).Select(i => $"class {i}"), Enumerable.Repeat(1.0, 100))).Frames[0];
        Assert.True(frame.HasUprightNames);
        Assert.True(frame.Area.Width / frame.XTicks.Count >= Style.Small);
    }
}
