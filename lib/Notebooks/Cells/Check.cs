using System.Collections;
using System.Globalization;

namespace CnnCourse.Notebooks.Cells;

/// <summary>Claims of a notebook about its own results. One that holds prints a line; one that does not stops the cell.</summary>
public static class Check
{
    public static void That(bool holds, string what) => Report(holds, what, $"{what}: this does not hold");

    /// <summary>Sequences are equal when their elements are.</summary>
    public static void Equal<T>(T expected, T actual, string what) =>
        Report(AreEqual(expected, actual), $"{what}: {Text(expected)}", $"{what}: expected {Text(expected)}, got {Text(actual)}");

    /// <summary>Within an absolute tolerance; NaN is close to nothing.</summary>
    public static void Close(double expected, double actual, double tolerance, string what) =>
        Report(Math.Abs(expected - actual) <= tolerance, $"{what}: {Text(actual)}",
            $"{what}: expected {Text(expected)} ± {Text(tolerance)}, got {Text(actual)}");

    private static void Report(bool holds, string success, string failure)
    {
        CellContext.Current?.Publish(new CellEvent.Checked(holds, holds ? success : failure));
        if (!holds)
            throw new CheckFailedException(failure);
        Console.WriteLine("✓ " + success);
    }

    private static bool AreEqual(object? expected, object? actual) =>
        expected is IEnumerable and not string && actual is IEnumerable and not string
            ? ((IEnumerable)expected).Cast<object?>().SequenceEqual(((IEnumerable)actual).Cast<object?>(), EqualityComparer<object?>.Create(AreEqual))
            : Equals(expected, actual);

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        float or double => ((IFormattable)value).ToString("G6", CultureInfo.InvariantCulture),
        int or long => ((IFormattable)value).ToString("N0", CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Take(20).Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
