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
                /// <summary>Smith and Topin 2017: one rise to a large rate and one long fall far below the first; momentum the other way round.</summary>
                public class OneCycleLR : LRScheduler
                {
                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    // Rates and momenta at both ends of a phase, as functions of the group's number.
                    private sealed record Phase(double End, Func<int, double> From, Func<int, double> To, Func<int, double> MomentumFrom, Func<int, double> MomentumTo);

                    private readonly Phase[] phases;
                    private readonly Func<double, double, double, double> anneal;
                    private readonly bool withMomentum;
                    private readonly int total;

                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum) Momentum.Require(optimizer);
                        if (pct_start is < 0 or > 1) throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        total = total_steps != -1 ? total_steps : epochs * steps_per_epoch;
                        if (total_steps == -1 && (epochs == -1 || steps_per_epoch == -1))
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (total <= 0) throw new ArgumentException($"Expected a positive number of steps, but got {total}");
                        withMomentum = cycle_momentum;
                        anneal = anneal_strategy == AnnealStrategy.Cos
                            ? (start, end, part) => end + (start - end) / 2.0 * (Math.Cos(Math.PI * part) + 1)
                            : (start, end, part) => (end - start) * part + start;

                        var top = max_lr.ToArray();
                        double[] low = (base_momentum ?? Each(optimizer, 0.85)).ToArray(), high = (max_momentum ?? Each(optimizer, 0.95)).ToArray();
                        double Highest(int k) => top[k];
                        double First(int k) => top[k] / div_factor;
                        double Last(int k) => top[k] / div_factor / final_div_factor;
                        double Low(int k) => low[k];
                        double High(int k) => high[k];
                        var rise = new Phase(pct_start * total - 1, First, Highest, High, Low);
                        phases = three_phase
                            ? [rise, new(2 * pct_start * total - 2, Highest, First, Low, High), new(total - 1, First, Last, High, High)]
                            : [rise, new(total - 1, Highest, Last, Low, High)];
                        step();
                    }

                    private static double[] Each(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value).ToArray();

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > total)
                            throw new InvalidOperationException($"Tried to step {_last_epoch + 1} times. The specified number of total steps is {total}");
                        var index = Array.FindIndex(phases, candidate => _last_epoch <= candidate.End);
                        if (index < 0) index = phases.Length - 1;
                        var (phase, begin) = (phases[index], index == 0 ? 0 : phases[index - 1].End);
                        var part = (_last_epoch - begin) / (phase.End - begin);
                        if (withMomentum)
                            foreach (var (k, group) in _optimizer.ParamGroups.Index())
                                Momentum.Set(group, anneal(phase.MomentumFrom(k), phase.MomentumTo(k), part));
                        return _base_lrs.Select((_, k) => anneal(phase.From(k), phase.To(k), part));
                    }
                }
            }

            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static LRScheduler OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);
        }
    }
}
