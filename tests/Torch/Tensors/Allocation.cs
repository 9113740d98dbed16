using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Allocation
{
    // A Tensor: header, handle, memory, scope, index. Arguments and results stay on the stack.
    private const long Wrapper = 56;

    private const int Calls = 2000;

    public static TheoryData<string> Operators => [.. Actions.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Actions = new()
    {
        ["add"] = (x, y) => x + y,
        ["multiply by a number"] = (x, _) => x * 0.5,
        ["relu"] = (x, _) => x.relu(),
        ["matmul"] = (x, y) => x.matmul(y),
        ["sum"] = (x, _) => x.sum(),
        ["comparison"] = (x, y) => x.gt(y),
        ["row"] = (x, _) => x[1],
        ["transpose"] = (x, _) => x.t(),
        ["softmax"] = (x, _) => x.softmax(1),
    };

    [Theory]
    [MemberData(nameof(Operators))]
    public void An_operator_allocates_its_wrapper_and_no_more(string name)
    {
        using var x = ones(8, 8);
        using var y = ones(8, 8);
        var action = Actions[name];
        Measure(action, x, y);
        var bytes = Enumerable.Range(0, 3).Min(_ => Measure(action, x, y));
        Assert.InRange(bytes, 1, Wrapper);
    }

    [Fact]
    public void In_place_operators_allocate_nothing()
    {
        using var x = ones(8, 8);
        using var y = ones(8, 8);
        for (var k = 0; k < Calls; k++) x.add_(y);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < Calls; k++) x.add_(y).relu_().zero_();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_scope_that_is_used_again_allocates_nothing_of_its_own_per_tensor()
    {
        using var x = ones(8, 8);
        using var scope = NewDisposeScope();
        Func<Tensor, Tensor, Tensor> action = (a, b) => a + b;
        Measure(action, x, x);
        Assert.InRange(Measure(action, x, x), 1, Wrapper);
        Assert.Equal(0, scope.DisposablesCount);
    }

    private static long Measure(Func<Tensor, Tensor, Tensor> action, Tensor x, Tensor y)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < Calls; k++) action(x, y).Dispose();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
