using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class DisposeScopes
{
    [Fact]
    public void A_scope_disposes_what_was_born_in_it()
    {
        Tensor inner;
        using (var scope = NewDisposeScope())
        {
            inner = ones(2);
            Assert.True(scope.Contains(inner));
            Assert.Equal(1, scope.DisposablesCount);
        }
        Assert.True(inner.IsInvalid);
    }

    [Fact]
    public void What_moves_out_lives_until_the_outer_scope_ends()
    {
        Tensor kept;
        using (NewDisposeScope())
        {
            using (NewDisposeScope()) kept = (ones(2) + ones(2)).MoveToOuterDisposeScope();
            Assert.Equal(4f, kept.sum().item<float>());
        }
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void What_is_detached_outlives_every_scope()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
            kept = ones(2).DetachFromDisposeScope();
        Assert.Equal(2f, kept.sum().item<float>());
        kept.Dispose();
    }

    [Fact]
    public void Everything_but_one_can_go_at_once()
    {
        using var scope = NewDisposeScope();
        var (first, second, third) = (ones(1), ones(2), ones(3));
        Assert.Same(second, scope.DisposeEverythingBut(second));
        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
        Assert.True(third.IsInvalid);
        Assert.Equal([second], scope.DisposablesView);
    }

    [Fact]
    public void A_wrapped_function_leaves_only_its_result()
    {
        using var scope = NewDisposeScope();
        var result = WrappedTensorDisposeScope(() => ones(2) + ones(2) * 3);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.Equal(8f, result.sum().item<float>());
    }

    [Fact]
    public void A_tensor_disposed_by_hand_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        ones(2).Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(2));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        other!.Dispose();
    }

    [Fact]
    public void An_operator_leaves_no_temporaries_in_the_scope()
    {
        using var scope = NewDisposeScope();
        var x = arange(24.0).reshape(2, 3, 4).DetachFromDisposeScope();
        scope.DisposeEverything();
        Func<Tensor>[] singles =
        [
            () => x[1], () => x[1, 2], () => x[1, 2, 3], () => x[1, TensorIndex.Ellipsis, ..2], () => 2 / x, () => x.std(1L, type: float32),
            () => x.sum(0), () => x.take_along_dim([1L, 2, 3]), () => tensor(new[] { 1, 2 }, dtype: float16), () => x.unique().output,
            () => x.tensordot(x, [0, 1], [0, 1]), () => x.@float(), () => eye(3), () => (Tensor)3,
        ];
        foreach (var single in singles)
        {
            _ = single();
            Assert.Equal(1, scope.DisposablesCount);
            scope.DisposeEverything();
        }
        _ = x.str();
        x[0, 0] = 1;
        x[x > 5] = 0;
        scope.DisposeEverything();
        x.Dispose();
    }
}
