namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One scheduler after the other: at each milestone the next one starts from its beginning.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;
                    private readonly int[] milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) : base(optimizer, last_epoch + 1)
                    {
                        this.schedulers = schedulers.ToArray();
                        this.milestones = milestones.ToArray();
                        if (this.schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                            throw new ArgumentException("The SequentialLR scheduler expects all its sub-schedulers to be bound to the same optimizer.");
                        if (this.milestones.Length != this.schedulers.Length - 1)
                            throw new ArgumentException($"Received {this.schedulers.Length} schedulers and {this.milestones.Length} milestones: there must be one milestone fewer than schedulers.");
                        foreach (var group in optimizer.ParamGroups) group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in this.schedulers) scheduler._last_epoch--;   // undo the step that each made when it was created
                        this.schedulers[0].step();
                        _last_lrs = this.schedulers[0]._last_lrs;
                    }

                    public override void step()
                    {
                        _last_epoch++;
                        var index = milestones.Count(milestone => milestone <= _last_epoch);
                        var scheduler = schedulers[index];
                        if (index > 0 && milestones[index - 1] == _last_epoch) scheduler.step(0);
                        else scheduler.step();
                        _last_lrs = scheduler._last_lrs;
                    }
                }
            }

            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);
        }
    }
}
