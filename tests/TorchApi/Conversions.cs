using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch: dtypes, devices, printing, scopes and files.</summary>
public class Conversions
{
    [Fact]
    public void Types_and_devices_change_on_request()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.7f, -2.2f });
        Tensor[] converted = [x.to_type(float64), x.to(float64), x.type(float64), x.to(float64, CPU), x.to(CPU).to(float64), x.@double(), x.to(ones(1, dtype: float64))];
        Assert.All(converted, t => Assert.Equal(float64, t.dtype));
        Assert.Equal([1L, -2], x.to(int64).data<long>().ToArray());
        Assert.Equal(int64, x.@long().dtype);
        Assert.Equal(int32, x.@int().dtype);
        Assert.Equal(float32, x.@float().dtype);
        Assert.Equal(float16, x.half().dtype);
        Assert.Equal(bfloat16, x.bfloat16().dtype);
        Assert.Equal(@bool, x.@bool().dtype);
        Assert.Equal(DeviceType.CPU, x.cpu().device_type);
        Assert.True(x.clone().Equals(x) && x.detach().is_leaf && x.alias().Handle != 0);
        Assert.True(x.is_contiguous() && !x.is_cuda && !x.IsInvalid && x.dim() == 1 && x.ndim == 1 && x.size(0) == 2);
        Assert.Equal(x.shape, x.size());
    }

    [Fact]
    public void Tensors_print_in_several_styles()
    {
        using var scope = NewDisposeScope();
        var x = arange(4, float32).reshape(2, 2);
        Assert.Contains("[2x2]", x.ToString(TorchSharp.TensorStringStyle.Julia), StringComparison.Ordinal);
        Assert.Contains("[[0", x.ToString(TorchSharp.TensorStringStyle.Numpy), StringComparison.Ordinal);
        Assert.Contains("type = Float32", x.ToString(TorchSharp.TensorStringStyle.Metadata), StringComparison.Ordinal);
        Assert.Contains("{", x.ToString(TorchSharp.TensorStringStyle.CSharp), StringComparison.Ordinal);
        Assert.NotEmpty(x.ToString(TorchSharp.TensorStringStyle.Default, fltFormat: "g3", width: 60, newLine: "\n"));
        Assert.NotEmpty(x.jlstr() + x.npstr() + x.cstr() + x.str(style: TorchSharp.TensorStringStyle.Numpy));
        x.print(style: TorchSharp.TensorStringStyle.Numpy);
        set_printoptions(precision: 4, sci_mode: false, linewidth: 100);
    }

    [Fact]
    public void Scopes_dispose_what_does_not_leave_them()
    {
        Tensor kept, left, detached;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                left = ones(1);
                kept = ones(1).MoveToOuterDisposeScope();
                detached = ones(1).DetachFromDisposeScope();
                Assert.Equal(1, inner.DisposablesCount);
                Assert.True(inner.Contains(left));
            }
            Assert.True(left.IsInvalid && !kept.IsInvalid);
            outer.DisposeEverythingBut(kept);
            outer.Detach(kept);
            outer.Attach(kept);
        }
        Assert.True(kept.IsInvalid && !detached.IsInvalid);
        detached.Dispose();
        using var wrapped = WrappedTensorDisposeScope(() => ones(2) + 1);
        Assert.Equal(2, wrapped.numel());
    }

    [Fact]
    public void Tensors_and_modules_survive_a_file()
    {
        using var scope = NewDisposeScope();
        var file = Path.GetTempFileName();
        var x = rand(3);
        x.save(file);
        Assert.True(Tensor.load(file).Equals(x));
        using var linear = nn.Linear(3, 2);
        using var same = nn.Linear(3, 2);
        linear.save(file);
        same.load(file);
        Assert.True(linear.weight.Equals(same.weight));
        File.Delete(file);
    }

    [Fact]
    public void Dimensions_can_have_names()
    {
        using var scope = NewDisposeScope();
        var x = ones([2, 3], names: ["N", "C"]);
        Assert.True(x.has_names());
        Assert.Equal(["N", "C"], x.names);
        Assert.Equal([3, 2], x.align_to("C", "N").shape);
        Assert.Equal(["A", "B"], x.rename(["A", "B"]).names);
        Assert.Equal(["N", "C"], ones(2, 3).refine_names("N", "C").names);
        Assert.Equal([6], x.flatten(["N", "C"], "all").shape);
        Assert.False(x.rename(null).has_names());
    }
}
