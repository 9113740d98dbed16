namespace CnnCourse.Plots;

/// <summary>Points that share a name and a colour.</summary>
public sealed record PointGroup
{
    private PointGroup(string name, double[] x, double[] y) => (Name, X, Y) = (name, x, y);

    public string Name { get; }
    public IReadOnlyList<double> X { get; }
    public IReadOnlyList<double> Y { get; }
    public IReadOnlyList<string>? Labels { get; private init; }
    public IReadOnlyList<double>? Sizes { get; private init; }
    public Rgb? Color { get; private init; }

    public static PointGroup Of(string name, IEnumerable<double> x, IEnumerable<double> y)
    {
        var (xs, ys) = (Checks.Values(x, $"x of group '{name}'"), Checks.Values(y, $"y of group '{name}'"));
        Checks.SameLength(xs.Length, ys.Length, $"x of group '{name}'", "y");
        return new(name, xs, ys);
    }

    /// <summary>A name beside each point.</summary>
    public PointGroup Labelled(IEnumerable<string> labels)
    {
        string[] all = [.. labels];
        Checks.SameLength(all.Length, X.Count, $"The labels of group '{Name}'", "the group");
        return this with { Labels = all };
    }

    /// <summary>Bubbles whose area is in proportion to <paramref name="sizes"/>; the largest in a figure is 44 pixels wide.</summary>
    public PointGroup Sized(IEnumerable<double> sizes)
    {
        var all = Checks.Values(sizes, $"The sizes of group '{Name}'");
        Checks.SameLength(all.Length, X.Count, $"The sizes of group '{Name}'", "the group");
        if (all.Any(s => !(s >= 0))) throw new ArgumentException($"A size in group '{Name}' is negative or NaN: sizes are areas.", nameof(sizes));
        return this with { Sizes = all };
    }

    public PointGroup In(Rgb color) => this with { Color = color };
}
