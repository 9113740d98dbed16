namespace CnnCourse.Plots;

/// <param name="Name">The place as plotly calls it.</param>
internal readonly record struct LabelPlace(string Name, Rect Rect);

/// <summary>Puts the labels of points where they cover neither a mark nor each other, as far as there is such a place.</summary>
internal static class LabelPlaces
{
    private static readonly (string Name, double X, double Y)[] Sides =
    [
        ("middle right", 1, 0), ("middle left", -1, 0), ("top center", 0, -1), ("bottom center", 0, 1),
        ("top right", 1, -1), ("bottom right", 1, 1), ("top left", -1, -1), ("bottom left", -1, 1),
    ];

    /// <summary>Places for the labels of <paramref name="of"/>, by point, after those of the traces before it.</summary>
    public static Dictionary<int, LabelPlace> Of(Frame frame, PointTrace of)
    {
        PointTrace[] traces = [.. frame.Panel.Traces.OfType<PointTrace>()];
        Rect[] marks = [.. traces.SelectMany(t => t.Marks(frame)).Select(m => m.Mark)];
        List<Rect> texts = [];
        Dictionary<int, LabelPlace> places = [];
        foreach (var trace in traces)
        {
            places.Clear();
            foreach (var (index, mark, text) in trace.Marks(frame))
            {
                if (string.IsNullOrEmpty(text)) continue;
                var place = Sides.Select(s => new LabelPlace(s.Name, Beside(mark, text, s.X, s.Y)))
                    .MinBy(p => marks.Count(m => m != mark && m.Overlaps(p.Rect)) + 2 * texts.Count(p.Rect.Overlaps) + (frame.Area.Contains(p.Rect) ? 0 : 3));
                texts.Add(place.Rect);
                places[index] = place;
            }
            if (ReferenceEquals(trace, of)) break;
        }
        return places;
    }

    private static Rect Beside(Rect mark, string text, double dx, double dy)
    {
        var (width, height) = (TextMetrics.Width(text, Style.Small) + 4, Style.Small + 4);
        var x = mark.CenterX + dx * ((dy == 0 ? 1 : 0.7) * mark.Width / 2 + width / 2);
        var y = mark.CenterY + dy * ((dx == 0 ? 1 : 0.7) * mark.Height / 2 + height / 2);
        return new(x - width / 2, y - height / 2, width, height);
    }
}
