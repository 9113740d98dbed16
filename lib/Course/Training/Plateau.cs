namespace CnnCourse.Training;

/// <summary>Lowers the rate where the test accuracy no longer rises, as Krizhevsky et al. 2012, §5, did by hand and He et al. 2016, §3.4, do.</summary>
/// <param name="Epochs">Epochs without a better accuracy that make a plateau.</param>
/// <param name="Factor">What the rate is multiplied by at each plateau.</param>
public sealed record Plateau(int Epochs = 3, double Factor = 0.1)
{
    /// <summary>The multiple of the first rate after these epochs: <see cref="Factor"/> to the number of plateaus so far.</summary>
    public double After(IEnumerable<double> accuracies)
    {
        ArgumentNullException.ThrowIfNull(accuracies);
        var (best, flat, plateaus) = (double.NegativeInfinity, 0, 0);
        foreach (var accuracy in accuracies)
        {
            flat = accuracy > best ? 0 : flat + 1;
            best = Math.Max(best, accuracy);
            if (flat < Epochs) continue;
            plateaus++;
            flat = 0;
        }
        return Math.Pow(Factor, plateaus);
    }
}
