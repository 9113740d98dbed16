using System.Diagnostics;

namespace CnnCourse.Cli.Bench;

/// <summary>Our time and Python's for the same work, in turn: the medians of the rounds, in seconds for one piece of work.</summary>
internal readonly record struct Duel(double Ours, double Python)
{
    public double Ratio => Ours / Python;

    /// <summary>One round of each to warm up, then rounds in turn; who begins changes from round to round.</summary>
    public static Duel Run(int rounds, int count, Action<int> ours, Func<int, double> python)
    {
        Time(ours, count);
        python(count);
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0) mine.Add(Time(ours, count));
            theirs.Add(python(count));
            if (round % 2 == 1) mine.Add(Time(ours, count));
        }
        return new Duel(Median(mine) / count, Median(theirs) / count);
    }

    public static double GeometricMean(IEnumerable<double> values) => Math.Exp(values.Average(Math.Log));

    private static double Time(Action<int> work, int count)
    {
        var started = Stopwatch.GetTimestamp();
        work(count);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
