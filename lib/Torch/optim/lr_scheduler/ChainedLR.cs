namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedulers at once: each changes what the one before has left.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        this.schedulers = schedulers.ToArray();
                        _last_lrs = this.schedulers.Length == 0 ? [] : this.schedulers[^1]._last_lrs;
                    }

                    public override void step()
                    {
                        foreach (var scheduler in schedulers) scheduler.step();
                    }
                }
            }

            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);
        }
    }
}
