namespace CnnCourse.Training;

/// <summary>Learning-rate schedules: the share of training that is done, 0 to 1, to a multiple of the first rate.</summary>
public static class Schedules
{
    /// <summary>The same rate to the end.</summary>
    public static double Constant(double done) => 1;

    /// <summary>Half a cosine from 1 to 0 (Loshchilov and Hutter 2017).</summary>
    public static double Cosine(double done) => (1 + Math.Cos(Math.PI * done)) / 2;

    /// <summary>A straight line from 1 to 0.</summary>
    public static double Linear(double done) => 1 - done;

    /// <summary>Given rates, each for an equal share of the training, as multiples of the first.</summary>
    public static Func<double, double> Steps(params double[] rates) =>
        done => rates[Math.Min((int)(done * rates.Length), rates.Length - 1)] / rates[0];
}
