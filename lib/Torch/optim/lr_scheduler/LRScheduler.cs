namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes the learning rates of an optimiser's groups, once per call of <see cref="step()"/>.</summary>
            public abstract class LRScheduler
            {
                internal Optimizer _optimizer = null!;
                internal int _last_epoch = -1;
                internal bool _verbose;
                protected int _step_count;
                internal IList<double> _last_lrs = [];
                internal IList<double> _base_lrs = [];

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = optimizer.ParamGroups.Select(group => group.InitialLearningRate).ToList();
                    _last_lrs = optimizer.ParamGroups.Select(group => group.LearningRate).ToList();
                }

                private protected IEnumerable<double> Rates => _optimizer.ParamGroups.Select(group => group.LearningRate);

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    // Asked once per step: the rates of several schedulers follow from those of the step before.
                    var rates = (epoch.HasValue ? get_closed_form_lr() : get_lr()).ToList();
                    foreach (var (k, group) in _optimizer.ParamGroups.Index())
                    {
                        group.LearningRate = rates[k];
                        if (_verbose && _last_lrs[k] != rates[k]) Console.WriteLine($"Adjusting learning rate to {rates[k]}");
                        _last_lrs[k] = rates[k];
                    }
                }

                /// <summary>A step that may look at a metric; most schedulers do not.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                protected virtual IEnumerable<double> get_lr() => Rates;
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();
                public IEnumerable<double> get_last_lr() => _last_lrs;
            }
        }
    }
}
