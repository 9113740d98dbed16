using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Nn;

/// <summary>A step leaves nothing behind: neither in the scope of the caller nor in memory.</summary>
public sealed class LeakTests
{
    private static readonly (string Name, Func<Module<Tensor, Tensor>> Make, long[] Shape)[] modules =
    [
        ("Linear", () => Linear(6, 3), [4, 6]), ("Conv1d", () => Conv1d(3, 2, 3), [2, 3, 8]), ("Conv2d", () => Conv2d(3, 2, 3), [2, 3, 8, 8]),
        ("Conv2d reflected", () => Conv2d(3, 2, 3, padding: 1, padding_mode: PaddingModes.Reflect), [2, 3, 8, 8]), ("Conv3d", () => Conv3d(2, 2, 2), [1, 2, 4, 4, 4]),
        ("ConvTranspose1d", () => ConvTranspose1d(3, 2, 3), [2, 3, 8]), ("ConvTranspose2d", () => ConvTranspose2d(3, 2, 3), [2, 3, 8, 8]), ("ConvTranspose3d", () => ConvTranspose3d(2, 2, 2), [1, 2, 4, 4, 4]),
        ("BatchNorm1d", () => BatchNorm1d(6), [4, 6]), ("BatchNorm2d", () => BatchNorm2d(3), [2, 3, 8, 8]), ("BatchNorm3d", () => BatchNorm3d(2), [2, 2, 4, 4, 4]),
        ("InstanceNorm2d", () => InstanceNorm2d(3, affine: true), [2, 3, 8, 8]), ("GroupNorm", () => GroupNorm(1, 3), [2, 3, 8, 8]), ("LayerNorm", () => LayerNorm(6), [4, 6]), ("LocalResponseNorm", () => LocalResponseNorm(5), [2, 3, 8, 8]),
        ("MaxPool1d", () => MaxPool1d(2), [2, 3, 8]), ("MaxPool2d", () => MaxPool2d(2), [2, 3, 8, 8]), ("MaxPool3d", () => MaxPool3d(2), [1, 2, 4, 4, 4]), ("AvgPool1d", () => AvgPool1d(2), [2, 3, 8]), ("AvgPool2d", () => AvgPool2d(2), [2, 3, 8, 8]),
        ("AvgPool3d", () => AvgPool3d(2), [1, 2, 4, 4, 4]), ("AdaptiveAvgPool2d", () => AdaptiveAvgPool2d(2), [2, 3, 8, 8]), ("AdaptiveMaxPool1d", () => AdaptiveMaxPool1d(2), [2, 3, 8]), ("AdaptiveMaxPool2d", () => AdaptiveMaxPool2d([2, 2]), [2, 3, 8, 8]),
        ("FractionalMaxPool2d", () => FractionalMaxPool2d(2, output_ratio: 0.5), [2, 3, 8, 8]), ("LPPool2d", () => LPPool2d(2, 2), [2, 3, 8, 8]),
        ("CELU", () => CELU(), [4, 6]), ("ELU", () => ELU(), [4, 6]), ("GELU", () => GELU(), [4, 6]), ("GLU", () => GLU(), [4, 6]), ("Hardshrink", () => Hardshrink(), [4, 6]), ("Hardsigmoid", () => Hardsigmoid(), [4, 6]), ("Hardswish", () => Hardswish(), [4, 6]),
        ("Hardtanh", () => Hardtanh(), [4, 6]), ("LeakyReLU", () => LeakyReLU(), [4, 6]), ("LogSigmoid", () => LogSigmoid(), [4, 6]), ("LogSoftmax", () => LogSoftmax(1), [4, 6]), ("Mish", () => Mish(), [4, 6]), ("PReLU", () => PReLU(1), [4, 6]),
        ("ReLU", () => ReLU(), [4, 6]), ("ReLU6", () => ReLU6(), [4, 6]), ("RReLU", () => RReLU(), [4, 6]), ("SELU", () => SELU(), [4, 6]), ("SiLU", () => SiLU(), [4, 6]), ("Sigmoid", () => Sigmoid(), [4, 6]), ("Softmax", () => Softmax(1), [4, 6]),
        ("Softmax2d", () => Softmax2d(), [2, 3, 8, 8]), ("Softmin", () => Softmin(1), [4, 6]), ("Softplus", () => Softplus(), [4, 6]), ("Softshrink", () => Softshrink(), [4, 6]), ("Softsign", () => Softsign(), [4, 6]), ("Tanh", () => Tanh(), [4, 6]),
        ("Tanhshrink", () => Tanhshrink(), [4, 6]), ("Threshold", () => Threshold(0.1, 0), [4, 6]), ("Dropout", () => Dropout(), [4, 6]), ("Dropout1d", () => Dropout1d(), [2, 3, 8]), ("Dropout2d", () => Dropout2d(), [2, 3, 8, 8]),
        ("AlphaDropout", () => AlphaDropout(), [4, 6]), ("FeatureAlphaDropout", () => FeatureAlphaDropout(), [2, 3, 8]), ("Flatten", () => Flatten(), [2, 3, 8]), ("Unflatten", () => Unflatten(1, [2, 3]), [4, 6]), ("Identity", () => Identity(), [4, 6]),
        ("PixelShuffle", () => PixelShuffle(2), [2, 4, 3, 3]), ("Unfold", () => Unfold(2), [2, 3, 8, 8]), ("Fold", () => Fold(4, 2, stride: 2), [2, 8, 4]), ("ReflectionPad2d", () => ReflectionPad2d(1), [2, 3, 8, 8]), ("ZeroPad2d", () => ZeroPad2d(1), [2, 3, 8, 8]),
        ("Upsample", () => Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear), [2, 3, 8, 8]), ("TransformerEncoderLayer", () => TransformerEncoderLayer(6, 2, 8), [3, 2, 6]), ("Sequential", () => Sequential(Linear(6, 5), ReLU(), Linear(5, 2)), [4, 6]),
    ];

    public static TheoryData<string> Names => new(modules.Select(m => m.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_forward_pass_leaves_its_result_and_nothing_else(string name)
    {
        var (_, make, shape) = modules.First(m => m.Name == name);
        using var module = make();
        using var x = randn(shape, requires_grad: true);
        using var scope = NewDisposeScope();
        var y = module.call(x);
        Assert.Same(y, Assert.Single(scope.DisposablesView));
        y.sum().backward();
    }

    [Fact]
    public void Recurrent_networks_and_attention_leave_their_results_and_nothing_else()
    {
        using var x = randn(3, 2, 6);
        using var scope = NewDisposeScope();
        LSTM(6, 4, 2, bidirectional: true).call(x);
        Assert.Equal(3, scope.DisposablesCount);
        GRU(6, 4).call(x);
        Assert.Equal(5, scope.DisposablesCount);
        MultiheadAttention(6, 2).call(x, x, x);
        Assert.Equal(7, scope.DisposablesCount);
    }

    [Fact]
    public void Memory_is_flat_over_thousands_of_steps_through_every_module()
    {
        var all = modules.Select(m => (Module: m.Make(), Input: randn(m.Shape, requires_grad: true))).ToArray();
        var parameters = all.SelectMany(a => a.Module.parameters()).ToArray();
        using var optimizer = optim.SGD(parameters, 1e-4, momentum: 0.9);
        void Steps(int count)
        {
            for (var k = 0; k < count; k++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                foreach (var (module, input) in all) module.call(input).mean().backward();
                optimizer.step();
            }
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Steps(60);
        var before = Resident();
        Steps(120);   // of 70 modules each: over 8,000 forward and backward passes
        var growth = Resident() - before;
        Assert.True(growth < 0.02 * before + (4 << 20), $"resident memory grew by {growth >> 10} KiB from {before >> 10} KiB");
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
