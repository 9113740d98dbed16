namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Times <c>factor</c> when a metric has not improved for <c>patience</c> epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool smallerIsBetter, relative;
                    private readonly double factor, threshold, eps;
                    private readonly int patience, cooldown;
                    private readonly double[] least;

                    private double best;
                    private int bad, cooling;

                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1.0) throw new ArgumentException("Factor should be < 1.0");
                        if (mode is not ("min" or "max")) throw new ArgumentException($"mode {mode} is unknown!");
                        if (threshold_mode is not ("rel" or "abs")) throw new ArgumentException($"threshold mode {threshold_mode} is unknown!");
                        var groups = optimizer.ParamGroups.Count();
                        least = min_lr switch
                        {
                            null or { Count: 0 } => new double[groups],
                            { Count: 1 } => Enumerable.Repeat(min_lr[0], groups).ToArray(),
                            _ when min_lr.Count == groups => [.. min_lr],
                            _ => throw new ArgumentException($"expected {groups} min_lrs, got {min_lr.Count}"),
                        };
                        (smallerIsBetter, relative) = (mode == "min", threshold_mode == "rel");
                        (this.factor, this.patience, this.threshold, this.cooldown, this.eps) = (factor, patience, threshold, cooldown, eps);
                        _last_epoch = 0;
                        best = smallerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    public override void step(int? epoch) => throw new InvalidOperationException("step() should not be called for the ReduceLROnPlateau scheduler: it needs the metric, step(value).");

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current)) (best, bad) = (current, 0);
                        else bad++;
                        if (cooling > 0) (cooling, bad) = (cooling - 1, 0);
                        if (bad > patience)
                        {
                            Reduce();
                            (cooling, bad) = (cooldown, 0);
                        }
                        _last_lrs = Rates.ToList();
                    }

                    private bool IsBetter(double value) => smallerIsBetter
                        ? value < (relative ? best * (1 - threshold) : best - threshold)
                        : value > (relative ? best * (1 + threshold) : best + threshold);

                    private void Reduce()
                    {
                        foreach (var (k, group) in _optimizer.ParamGroups.Index())
                        {
                            var reduced = Math.Max(group.LearningRate * factor, least[k]);
                            if (group.LearningRate - reduced <= eps) continue;
                            if (_verbose) Console.WriteLine($"Reducing learning rate of group {k} to {reduced}");
                            group.LearningRate = reduced;
                        }
                    }
                }
            }

            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);
        }
    }
}
