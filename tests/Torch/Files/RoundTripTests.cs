using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Files;

public class RoundTripTests(PythonFiles files) : IClassFixture<PythonFiles>
{
    private static bool Equal(Tensor a, Tensor b) => a.dtype == b.dtype && new Operator("equal").CallBool(a, b);

    [Theory]
    [InlineData("ours.pth")]
    [InlineData("ours_legacy.pth")]
    [InlineData("ours_nested.pth")]
    [InlineData("ours_nested_legacy.pth")]
    [InlineData("ours_single.pt")]
    [InlineData("ours.safetensors")]
    [InlineData("ours.dat")]
    public void Python_reads_what_we_wrote(string name) => Assert.Equal("[]", files.Report[name]);

    [Theory]
    [InlineData("python.pth")]
    [InlineData("python_legacy.pth")]
    [InlineData("python_protocol3.pth")]
    [InlineData("python_protocol4.pth")]
    [InlineData("python_protocol5.pth")]
    [InlineData("ours.pth")]
    [InlineData("ours.dat")]
    public void Every_dtype_comes_back(string name)
    {
        using var scope = NewDisposeScope();
        var tensors = WeightFile.Load(files.At(name));
        Assert.Equal(PythonFiles.Types.Select(PythonFiles.Name), tensors.Keys);
        Assert.All(PythonFiles.Types, type => Assert.True(Equal(PythonFiles.Expected(type), tensors[PythonFiles.Name(type)]), type.ToString()));
    }

    [Fact]
    public void Safetensors_come_back_in_the_order_given()
    {
        using var scope = NewDisposeScope();
        var tensors = WeightFile.Load(files.At("ours.safetensors"));
        var types = PythonFiles.Types.Where(t => t != ScalarType.ComplexFloat64).ToList();
        Assert.Equal(types.Select(PythonFiles.Name), tensors.Keys);
        Assert.All(types, type => Assert.True(Equal(PythonFiles.Expected(type), tensors[PythonFiles.Name(type)])));
    }

    [Theory]
    [InlineData("python_tree.pth")]
    [InlineData("python_tree_legacy.pth")]
    public void A_tree_of_plain_values_comes_back(string name)
    {
        using var scope = NewDisposeScope();
        var tree = Assert.IsType<OrderedDictionary<object, object?>>(Checkpoint.Load(files.At(name)));
        Assert.Equal(3L, tree["epoch"]);
        Assert.Equal(0.5, tree["lr"]);
        Assert.Equal(BigInteger.Pow(2, 80), tree["big"]);
        Assert.Null(tree["none"]);
        Assert.Equal(new object[] { 1L, "zwei", -2.5 }, tree["tuple"]);
        Assert.Equal(new List<object?> { 1L, new List<object?> { 2L, "ä" } }, tree["list"]);
        Assert.Equal(new long[] { 4, 5 }, tree["size"]);
        Assert.Equal(new byte[] { 0, 255 }, tree["bytes"]);
        Assert.Equal(new Device("cuda:1"), tree["device"]);
        Assert.Equal(ScalarType.BFloat16, tree["dtype"]);
        Assert.Equal(2.5f, ((Tensor)tree["scalar"]!).item<float>());
        Assert.Equal([0L, 3], ((Tensor)tree["empty"]!).shape);
        Assert.True(((Tensor)tree["parameter"]!).requires_grad);
        Assert.Equal([36L, 1, 12, 4], ((Tensor)tree["last"]!).stride());   // channels last: NHWC in memory
        Assert.Equal([0L, 0], ((Tensor)tree["expanded"]!).stride());
    }

    [Theory]
    [InlineData("python_tree.pth")]
    [InlineData("python_tree_legacy.pth")]
    public void Tensors_that_shared_memory_share_it_again(string name)
    {
        using var scope = NewDisposeScope();
        var tree = (OrderedDictionary<object, object?>)Checkpoint.Load(files.At(name))!;
        var (shared, row, column, turned) = ((Tensor)tree["shared"]!, (Tensor)tree["row"]!, (Tensor)tree["column"]!, (Tensor)tree["turned"]!);
        Assert.Equal([1L, 4], turned.stride());
        new Operator("fill_", "Scalar").Run(row, (Scalar)7.0);           // row 1 of 0..11 as [3, 4]
        Assert.Equal(7 * 4 + 0 + 1 + 2 + 3 + 8 + 9 + 10 + 11, shared.sum().item<float>());
        Assert.Equal(2 + 7 + 10, column.sum().item<float>());
    }

    [Theory]
    [InlineData("python_checkpoint.pth")]
    [InlineData("python_checkpoint_legacy.pth")]
    public void A_training_checkpoint_gives_its_state_dict(string name)
    {
        using var scope = NewDisposeScope();
        string[] keys = ["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked"];
        Assert.Equal(keys, WeightFile.Load(files.At(name)).Keys);
        Assert.Equal(keys, WeightFile.Inspect(files.At(name)).Select(e => e.Name));
    }

    [Theory]
    [InlineData("large.pth")]
    [InlineData("large.safetensors")]
    [InlineData("large.dat")]
    public void Tensors_are_read_straight_into_their_own_memory(string name)
    {
        using var scope = NewDisposeScope();
        WeightFile.Save(files.At(name), [new("a", ones([16 << 20]))]);   // 64 MiB
        var before = GC.GetAllocatedBytesForCurrentThread();
        var a = WeightFile.Load(files.At(name))["a"];
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal(16 << 20, a.sum().item<float>());
    }

    [Fact]
    public void Inspect_tells_type_and_shape()
    {
        Assert.Equal("tensor Float32 [2, 3]", Assert.Single(WeightFile.Inspect(files.At("python_single.pt"))).ToString());
        Assert.Equal(["weight Float32 [3, 2]", "bias Float32 [3]"], WeightFile.Inspect(files.At("python_script.pt")).Select(e => e.ToString()));
        Assert.Equal(6, WeightFile.Inspect(files.At("ours.safetensors"))[0].Count);
    }
}
