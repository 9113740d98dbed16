using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch: ways to make a tensor, and dtypes and devices.</summary>
public class Creation
{
    [Fact]
    public void Tensors_are_made_from_numbers_and_arrays()
    {
        using var scope = NewDisposeScope();
        Tensor[] made =
        [
            tensor(1), tensor(1L), tensor(1.5f), tensor(1.5), tensor(true), tensor((byte)1), tensor(new System.Numerics.Complex(1, 2)),
            tensor(new[] { 1, 2 }), tensor(new[] { 1L, 2 }), tensor(new[] { 1f, 2 }, requires_grad: true), tensor(new double[,] { { 1, 2 } }),
            tensor(new[] { 1.0, 2, 3, 4 }, 2, 2), tensor(new[] { 1f, 2, 3, 4 }, [2, 2], dtype: float64, device: CPU), from_array(new[,] { { 1, 2 }, { 3, 4 } }),
            as_tensor(new[] { 1.0 }), frombuffer(new float[] { 1, 2, 3 }, float32, count: 2, offset: 1),
        ];
        Assert.All(made, t => Assert.False(t.IsInvalid));
        Assert.Equal([2, 2], made[11].shape);
        Assert.Equal(3f, made[^1][1].item<float>());
    }

    [Fact]
    public void Sizes_come_as_numbers_or_as_a_list()
    {
        using var scope = NewDisposeScope();
        Tensor[] made =
        [
            zeros(2, 3), zeros([2, 3]), ones(2, 3, dtype: int64), empty(2, 3), full(2, 3, 7), full([2, 3], 7.0, dtype: float32), rand(2, 3), randn([2, 3]),
            randint(10, [2, 3]), randint(1, 10, [2, 3], dtype: int64), empty_strided([2L, 3], [3L, 1]), eye(2, 3), zeros(2, 3).new_ones(2, 3),
            zeros_like(ones(2, 3)), ones_like(ones(2, 3)), rand_like(ones(2, 3)), randn_like(ones(2, 3)), full_like(ones(2, 3), 4), empty_like(ones(2, 3)),
            randint_like(ones(2, 3), 0, 5),
        ];
        Assert.All(made, t => Assert.Equal([2, 3], t.shape));
    }

    [Fact]
    public void Ranges_count_as_in_PyTorch()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0L, 1, 2], arange(3).data<long>().ToArray());
        Assert.Equal(4, arange(1, 3, 0.5).numel());
        Assert.Equal(5, linspace(0, 1, 5).numel());
        Assert.Equal(1000, logspace(0, 3, 4)[^1].item<float>());
        Assert.Equal(6, combinations(arange(4)).shape[0]);
        Assert.Equal([3, 2], stack([tril_indices(2, 2)[0], tril_indices(2, 2)[1]], 1).shape);
        Assert.Equal(2, meshgrid([arange(2), arange(3)]).Length);
        Assert.Equal(6, cartesian_prod([arange(2), arange(3)]).shape[0]);
        Assert.Equal(4, hann_window(4).numel() * hamming_window(4).numel() / blackman_window(4).numel());
    }

    [Fact]
    public void Types_and_devices_have_names()
    {
        Assert.Equal(ScalarType.Float32, float32);
        Assert.Equal([ScalarType.Int64, ScalarType.Byte, ScalarType.Bool, ScalarType.BFloat16, ScalarType.ComplexFloat64], [int64, uint8, @bool, bfloat16, complex128]);
        Assert.Equal(DeviceType.CPU, CPU.type);
        Assert.Equal("cpu", new Device("cpu").ToString());
        Assert.Equal(DeviceType.META, device("meta").type);
        Assert.Equal(float32, get_default_dtype());
        Assert.Equal(DeviceType.CPU, get_default_device().type);
        Assert.True(is_floating_point(ones(1)) && !is_complex(ones(1)) && is_tensor(ones(1)));
        Assert.Equal(float64, promote_types(int64, float64));
        Assert.Equal(float32, result_type(ones(1), 1));
        Assert.True(can_cast(int32, float32));
        Assert.True(cuda.device_count() >= 0 && (cuda.is_available() || !cuda_is_available()));
        Assert.Equal(get_num_threads(), get_num_threads());
    }

    [Fact]
    public void One_seed_gives_one_series()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(7);
        var first = randn(4);
        manual_seed(7);
        Assert.True(first.Equals(randn(4)));
        using var generator = new Generator(3, CPU);
        var state = generator.get_state();
        var drawn = rand(3, generator: generator);
        generator.set_state(state);
        Assert.True(drawn.Equals(rand(3, generator: generator)));
        Assert.Equal(3, generator.initial_seed());
        Assert.Equal(10, randperm(10, generator: generator).numel());
        Assert.Equal(5, multinomial(ones(10), 5, replacement: true, generator: generator).numel());
        Assert.Equal([3], bernoulli(full(3, 0.5f), generator).shape);
        Assert.Equal([3], normal(0, 1, [3]).shape);
        Assert.Equal([3], poisson(ones(3)).shape);
        var filled = zeros(3).uniform_(0, 1).normal_(0, 1).exponential_().random_(0, 9).bernoulli_(0.5).cauchy_().log_normal_().geometric_(0.5);
        Assert.Equal([3], filled.shape);
    }
}
