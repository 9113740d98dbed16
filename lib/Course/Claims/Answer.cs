using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CnnCourse.Claims;

/// <summary>What our own computation says to a claim: numbers, or that a statement holds, or both.</summary>
/// <remarks>
/// The rule of comparison: the statement must hold, and the answer's numbers must stand in the true value in the same order,
/// each rounding to what is written there (0.72 stands for 0.715 to 0.725; 0 for nothing but 0). Other numbers may stand between them.
/// </remarks>
[CollectionBuilder(typeof(Answer), nameof(From))]
public sealed class Answer : IEnumerable<double>
{
    private readonly double[] numbers;
    private readonly bool? holds;

    private Answer(bool? holds, double[] numbers)
    {
        if (holds is null && numbers.Length == 0) throw new ArgumentException("an answer needs a number or a statement", nameof(numbers));
        (this.holds, this.numbers) = (holds, numbers);
    }

    /// <summary>An answer in numbers, in the order in which the true value has them.</summary>
    public static Answer From(ReadOnlySpan<double> numbers) => new(null, numbers.ToArray());

    /// <summary>A statement that was tried out, and numbers that go with it.</summary>
    public static Answer That(bool holds, params double[] numbers) => new(holds, numbers);

    /// <summary>A single number.</summary>
    public static implicit operator Answer(double number) => new(null, [number]);

    /// <summary>A statement that was tried out.</summary>
    public static implicit operator Answer(bool holds) => new(holds, []);

    /// <summary>True where the answer and a true value say the same.</summary>
    public bool Agrees(string trueValue)
    {
        using var written = WrittenNumber.In(trueValue).GetEnumerator();
        return holds != false && numbers.All(number =>
        {
            while (written.MoveNext())
                if (written.Current.StandsFor(number)) return true;
            return false;
        });
    }

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => numbers.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString()
    {
        var words = numbers.Select(number => number.ToString(Math.Abs(number) is > 0 and < 1e-3 ? "0.##e-00" : "0.####", CultureInfo.InvariantCulture));
        return string.Join("; ", holds is null ? words : words.Prepend(holds.Value ? "holds" : "does not hold"));
    }
}
