using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.TorchApi.Tests;

/// <summary>Dispose scopes and what they count.</summary>
public class Scopes
{
    [Fact]
    public void A_thread_counts_what_is_born_and_disposed_on_it()
    {
        ThreadDisposeScopeStatistics all = DisposeScopeManager.Statistics;
        LifetimeStatistics tensors = all.TensorStatistics;
        all.Reset();
        using (var scope = NewDisposeScope())
        {
            var kept = scope.Detach(ones(2));
            _ = ones(3);
            Assert.Equal(1, scope.DisposablesCount);
            Assert.Equal((2, 1), (tensors.CreatedInScopeCount, tensors.DetachedFromScopeCount));
            scope.Attach(kept);
            Assert.Equal(1, all.AttachedToScopeCount);
        }
        Assert.Equal((2, 0), (all.DisposedInScopeCount, all.ThreadTotalLiveCount));
        Assert.Equal(0, all.PackedSequenceStatistics.CreatedOutsideScopeCount);
    }
}
