using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Smith 2015: up and down between two rates, momentum the other way round.</summary>
                public class CyclicLR : LRScheduler
                {
                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    private readonly double[] highest, lowestMomentum, highestMomentum;
                    private readonly double size, rising;
                    private readonly Func<double, double> scale;
                    private readonly bool scaleByCycle, withMomentum;

                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, base_lr), Each(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        size = step_size_up + (step_size_down == -1 ? step_size_up : step_size_down);
                        rising = step_size_up / size;
                        _base_lrs = base_lr.ToList();
                        highest = max_lr.ToArray();
                        scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular2 => x => 1 / Math.Pow(2, x - 1),
                            Mode.ExpRange => x => Math.Pow(gamma, x),
                            _ => _ => 1,
                        };
                        scaleByCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        withMomentum = cycle_momentum;
                        lowestMomentum = (base_momentum ?? Each(optimizer, 0.8)).ToArray();
                        highestMomentum = (max_momentum ?? Each(optimizer, 0.9)).ToArray();
                        if (cycle_momentum) Momentum.Require(optimizer);
                        if (last_epoch == -1)
                            foreach (var (k, group) in optimizer.ParamGroups.Index()) group.LearningRate = _base_lrs[k];
                        step();
                    }

                    private static double[] Each(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value).ToArray();

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / size);
                        var place = 1 + _last_epoch / size - cycle;
                        var height = (place <= rising ? place / rising : (place - 1) / (rising - 1)) * scale(scaleByCycle ? cycle : _last_epoch);
                        if (withMomentum)
                            foreach (var (k, group) in _optimizer.ParamGroups.Index())
                                Momentum.Set(group, highestMomentum[k] - (highestMomentum[k] - lowestMomentum[k]) * height);
                        return _base_lrs.Zip(highest, (low, high) => low + (high - low) * height);
                    }
                }
            }

            public static LRScheduler CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            public static LRScheduler CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);
        }
    }
}
