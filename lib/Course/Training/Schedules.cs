namespace CnnCourse.Training;

/// <summary>Learning-rate schedules: the share of training that is done, 0 to 1, to a multiple of the first rate.</summary>
public static class Schedules
{
    // A share such as 8/24 times 24 must not fall short of 8.
    private const double Rounding = 1e-9;

    /// <summary>The same rate to the end.</summary>
    public static double Constant(double done) => 1;

    /// <summary>Half a cosine from 1 to 0 (Loshchilov and Hutter 2017).</summary>
    public static double Cosine(double done) => (1 + Math.Cos(Math.PI * done)) / 2;

    /// <summary>A straight line from 1 to 0.</summary>
    public static double Linear(double done) => 1 - done;

    /// <summary>(1 - done) to a power: 0.5 in the public GoogLeNet solver, 0.9 in DeepLab (Chen et al. 2018, §4.1).</summary>
    public static Func<double, double> Polynomial(double power) => done => Math.Pow(Math.Max(0, 1 - done), power);

    /// <summary>Given rates, each for an equal share of the training, as multiples of the first.</summary>
    public static Func<double, double> Steps(params double[] rates) =>
        done => rates[Math.Min((int)(done * rates.Length + Rounding), rates.Length - 1)] / rates[0];

    /// <summary>Times <paramref name="factor"/> at each of the given shares of the training; 0.1 at 1/2 and 3/4 in He et al. 2016, §4.2.</summary>
    public static Func<double, double> At(double factor, params double[] shares) =>
        done => Math.Pow(factor, shares.Count(share => done + Rounding >= share));

    /// <summary>Times <paramref name="factor"/> after every so many epochs; 0.96 every 8 in Szegedy et al. 2015, §6.</summary>
    /// <param name="epochs">Epochs between two changes.</param>
    /// <param name="factor">What the rate is multiplied by.</param>
    /// <param name="ofEpochs">Epochs of the whole training.</param>
    public static Func<double, double> Every(double epochs, double factor, double ofEpochs) =>
        done => Math.Pow(factor, Math.Floor(done * ofEpochs / epochs + Rounding));

    /// <summary>A straight line from 0 to 1 over the first share of the training, then another schedule over the rest (Goyal et al. 2017, §2.2).</summary>
    public static Func<double, double> WarmUp(double share, Func<double, double> then) =>
        done => done < share ? done / share : then((done - share) / (1 - share));

    /// <summary>One cycle (Smith and Topin 2018): a straight line up to 1 at <paramref name="peak"/> of the training, then down to <paramref name="end"/>.</summary>
    /// <param name="peak">Share of the training at which the rate is highest.</param>
    /// <param name="start">Multiple at the start.</param>
    /// <param name="end">Multiple at the end.</param>
    public static Func<double, double> OneCycle(double peak = 0.3, double start = 0.1, double end = 0.001) =>
        done => done < peak ? start + (1 - start) * done / peak : 1 + (end - 1) * (done - peak) / (1 - peak);
}
