using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Nn;

public sealed class AmpTests
{
    [Fact]
    public void Autocast_runs_linear_layers_in_bfloat16_and_ends_with_its_scope()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(3, 2);
        var x = ones(4, 3);
        using (amp.autocast(DeviceType.CPU))
        {
            Assert.Equal(bfloat16, layer.call(x).dtype);
            using (amp.autocast(DeviceType.CPU, enabled: false)) Assert.Equal(float32, layer.call(x).dtype);
            Assert.Equal(bfloat16, layer.call(x).dtype);
        }
        Assert.Equal(float32, layer.call(x).dtype);
        Assert.False(is_autocast_enabled(DeviceType.CPU));
    }

    [Fact]
    public void Autocast_in_a_dtype_that_the_device_cannot_take_is_refused() =>
        Assert.Contains("BFloat16", Assert.Throws<ArgumentException>(() => amp.autocast(DeviceType.CPU, float16)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_scaled_step_is_the_plain_one_and_an_overflow_is_skipped_and_halves_the_scale()
    {
        using var scope = NewDisposeScope();
        var weight = Parameter(ones(2));
        var optimizer = optim.SGD([weight], 0.5);
        var scaler = new amp.GradScaler(init_scale: 1024, growth_interval: 1);

        scaler.scale((weight * tensor([1f, 3f])).sum()).backward();
        scaler.step(optimizer);
        scaler.update();
        Assert.Equal([0.5f, -0.5f], weight.data<float>().ToArray());   // 1 - 0.5 * (1, 3)
        Assert.Equal(2048, scaler.get_scale());

        optimizer.zero_grad();
        scaler.scale((weight * tensor([float.PositiveInfinity, 1f])).sum()).backward();
        scaler.step(optimizer);
        scaler.update();
        Assert.Equal([0.5f, -0.5f], weight.data<float>().ToArray());
        Assert.Equal(1024, scaler.get_scale());
    }
}
