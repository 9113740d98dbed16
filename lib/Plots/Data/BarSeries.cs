namespace CnnCourse.Plots;

/// <summary>One bar per category. NaN leaves the place empty.</summary>
public sealed record BarSeries
{
    private BarSeries(string name, double[] values) => (Name, Values) = (name, values);

    public string Name { get; }
    public IReadOnlyList<double> Values { get; }
    public Rgb? Color { get; private init; }

    public static BarSeries Of(string name, IEnumerable<double> values) => new(name, Checks.Values(values, $"Bar series '{name}'"));

    public BarSeries In(Rgb color) => this with { Color = color };
}
