using TorchSharp;
using static TorchSharp.torch;
using Rnn = TorchSharp.torch.nn.utils.rnn;

namespace CnnCourse.Torch.Tests.Tensors;

/// <summary>The counts that TorchSharp 0.107's own tests expect, each on a thread of its own test.</summary>
public sealed class ScopeStatistics
{
    private static LifetimeStatistics Tensors => DisposeScopeManager.Statistics.TensorStatistics;

    public ScopeStatistics() => DisposeScopeManager.Statistics.Reset();

    [Fact]
    public void A_tensor_is_counted_where_it_is_born_and_where_it_goes()
    {
        var t = tensor(3);
        Expect(Tensors, outside: 1, live: 1);
        t.Dispose();
        t.Dispose();
        Expect(Tensors, outside: 1, outsideGone: 1);
        using (NewDisposeScope()) _ = tensor(3);
        Expect(Tensors, outside: 1, outsideGone: 1, inside: 1, insideGone: 1);
    }

    [Fact]
    public void Attaching_counts_once_and_only_what_was_elsewhere()
    {
        using var t = tensor(3);
        using var scope = NewDisposeScope();
        scope.Attach(t);
        scope.Attach(t);
        Expect(Tensors, outside: 1, attached: 1, live: 1);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Detaching_counts_and_the_end_of_the_scope_then_does_not()
    {
        var scope = NewDisposeScope();
        using var t = tensor(3);
        scope.Detach(t);
        scope.Dispose();
        Expect(Tensors, inside: 1, detached: 1, live: 1);
    }

    [Fact]
    public void Moving_out_of_the_last_scope_detaches_and_into_another_does_not()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        var t = tensor(3).MoveToOuterDisposeScope();
        Expect(Tensors, inside: 1, live: 1);
        Assert.True(outer.Contains(t));
        t.MoveToOuterDisposeScope().Dispose();
        Expect(Tensors, inside: 1, outsideGone: 1, detached: 1);
    }

    [Fact]
    public void A_parameter_takes_its_tensors_place()
    {
        using var scope = NewDisposeScope();
        var t = tensor(3f);
        var p = new TorchSharp.Modules.Parameter(t);
        t.Dispose();
        Expect(Tensors, inside: 1, live: 1);
        p.Dispose();
        Expect(Tensors, inside: 1, insideGone: 1);
    }

    [Fact]
    public void A_packed_sequence_is_one_thing_in_its_scope()
    {
        var counts = DisposeScopeManager.Statistics.PackedSequenceStatistics;
        Rnn.PackedSequence kept;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope()) kept = Rnn.pack_sequence([arange(3), arange(2)]).MoveToOuterDisposeScope();
            Expect(counts, inside: 1, live: 1);
            Assert.Equal(1, outer.DisposablesCount);
            Assert.Equal([5], kept.data.shape);
        }
        Expect(counts, inside: 1, insideGone: 1);
        Assert.True(kept.data.IsInvalid);
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_scope_that_ends_out_of_turn_leaves_the_others_in_order()
    {
        var outer = NewDisposeScope();
        var middle = NewDisposeScope();
        using var inner = NewDisposeScope();
        middle.Dispose();
        var t = tensor(3).MoveToOuterDisposeScope();
        Assert.True(outer.Contains(t));
        Assert.Throws<ObjectDisposedException>(() => middle.DisposablesCount);
        outer.Dispose();
    }

    private static void Expect(LifetimeStatistics counts, long outside = 0, long outsideGone = 0, long inside = 0, long insideGone = 0, long attached = 0, long detached = 0, long live = 0) =>
        Assert.Equal($"ThreadTotalLiveCount: {live}; CreatedOutsideScopeCount: {outside}; DisposedOutsideScopeCount: {outsideGone}; CreatedInScopeCount: {inside}; DisposedInScopeCount: {insideGone}; AttachedToScopeCount: {attached}; DetachedFromScopeCount: {detached}", counts.ToString());
}
