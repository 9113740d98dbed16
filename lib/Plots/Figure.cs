namespace CnnCourse.Plots;

/// <summary>One or more panels with a title and a caption that says what to see. Immutable: every With returns a new figure.</summary>
public sealed record Figure
{
    internal Figure(params IReadOnlyList<Panel> panels) => Panels = panels;

    internal IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Panels in a row before the next row begins.</summary>
    internal int Columns { get; init; } = 1;

    internal int? FixedWidth { get; init; }
    internal int? FixedHeight { get; init; }

    public string? Title { get; private init; }
    public string? Caption { get; private init; }

    /// <summary>What a reader who cannot see the figure is told: title and caption unless given.</summary>
    public string Alt
    {
        get => field ?? string.Join(". ", new[] { Title?.TrimEnd('.'), Caption }.Where(t => !string.IsNullOrWhiteSpace(t)));
        private init;
    }

    /// <summary>Width in pixels, title and caption included.</summary>
    public int Width => FigureLayout.Of(this).Width;

    /// <summary>Height in pixels, title and caption included.</summary>
    public int Height => FigureLayout.Of(this).Height;

    public Figure WithTitle(string title) => this with { Title = title };

    /// <summary>One or two sentences beneath the figure: what to look at, and what it shows.</summary>
    public Figure WithCaption(string caption) => this with { Caption = caption };

    public Figure WithAlt(string alt) => this with { Alt = alt };

    /// <summary>Fixes the outer size; without it a figure is as large as its content asks.</summary>
    public Figure WithSize(int width, int? height = null)
    {
        if (width < 120 || height < 80) throw new ArgumentException($"A figure of {width} x {height} pixels has no room for axes: at least 120 x 80.");
        return this with { FixedWidth = width, FixedHeight = height };
    }

    public Figure WithAxes(string? x = null, string? y = null) =>
        Map(p => p with { X = p.X with { Label = x ?? p.X.Label }, Y = p.Y with { Label = y ?? p.Y.Label } });

    /// <summary>Fixes the range of x; null leaves that end to the data.</summary>
    public Figure WithXRange(double? low, double? high) => Map(p => p with { X = Ranged(p.X, low, high) });

    /// <summary>Fixes the range of y; null leaves that end to the data.</summary>
    public Figure WithYRange(double? low, double? high) => Map(p => p with { Y = Ranged(p.Y, low, high) });

    public Figure WithLogX() => Map(p => p with { X = p.X with { IsLog = true } });

    public Figure WithLogY() => Map(p => p with { Y = p.Y with { IsLog = true } });

    /// <summary>A dashed line across at height <paramref name="y"/>: chance level, a published result.</summary>
    public Figure WithHorizontalLine(double y, string? label = null) => Map(p => p.Add(new RuleTrace(y, false, label)));

    /// <summary>A dashed line upwards at <paramref name="x"/>.</summary>
    public Figure WithVerticalLine(double x, string? label = null) => Map(p => p.Add(new RuleTrace(x, true, label)));

    /// <summary>Words at a point of the data.</summary>
    public Figure WithNote(double x, double y, string text) => Map(p => p.Add(new TextTrace(x, y, text)));

    /// <summary>Rectangles over a picture, in its pixels; in a grid each <see cref="Tile"/> has its own.</summary>
    public Figure WithBoxes(params IEnumerable<Box> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        Box[] all = [.. boxes];
        return Map(p => p.Add(new BoxTrace(all)));
    }

    /// <summary>The figure as an <c>application/vnd.plotly.v1+json</c> object: data, layout, config.</summary>
    public string ToPlotlyJson() => PlotlyWriter.Write(this);

    /// <summary>The figure as a PNG file, drawn without a browser.</summary>
    /// <param name="scale">Pixels of the file to a pixel of the figure; 2 for sharp print.</param>
    /// <exception cref="InvalidOperationException">Where libcairo is missing; see <see cref="StaticImage.IsAvailable"/>.</exception>
    public byte[] ToPng(double scale = 1) => StaticImage.Render(this, scale);

    internal Figure Map(Func<Panel, Panel> change) => this with { Panels = [.. Panels.Select(change)] };

    private static Axis Ranged(Axis axis, double? low, double? high)
    {
        if (low >= high) throw new ArgumentException($"The range {low}..{high} is empty: low must be less than high.");
        return axis with { Low = low ?? axis.Low, High = high ?? axis.High };
    }
}
