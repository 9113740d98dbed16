namespace CnnCourse.Plots;

/// <summary>One bar per category. NaN leaves the place empty.</summary>
public sealed record BarSeries
{
    private BarSeries(string name, double[] values) => (Name, Values) = (name, values);

    public string Name { get; }
    public IReadOnlyList<double> Values { get; }
    public IReadOnlyList<double>? Errors { get; private init; }
    public Rgb? Color { get; private init; }

    public static BarSeries Of(string name, IEnumerable<double> values) => new(name, Checks.Values(values, $"Bar series '{name}'"));

    /// <summary>A whisker of this length up and down from each bar's end.</summary>
    public BarSeries WithErrors(IEnumerable<double> errors)
    {
        var all = Checks.Values(errors, $"The errors of '{Name}'");
        Checks.SameLength(all.Length, Values.Count, $"The list of errors of '{Name}'", "the series");
        return this with { Errors = all };
    }

    public BarSeries In(Rgb color) => this with { Color = color };
}
