using CnnCourse.Layers;
using CnnCourse.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using ResNet = CnnCourse.Models.ResNet;

namespace CnnCourse.Tests.Models;

/// <summary>What shortcuts, gates and dropped paths do to their input.</summary>
public sealed class ResidualTests
{
    private static void Silence(Module branch)
    {
        using var quiet = no_grad();
        foreach (var conv in branch.modules().OfType<Conv2d>()) conv.weight.zero_();
    }

    [Fact]
    public void A_block_whose_branch_is_zero_is_the_identity_on_what_is_not_negative()
    {
        using var scope = NewDisposeScope();
        using var block = new BasicBlock(4, 4);
        block.eval();
        Silence(block);
        var x = randn(2, 4, 5, 5);
        Assert.Equal(Drawn.Floats(x.relu()), Drawn.Floats(block.call(x)));
    }

    [Fact]
    public void A_pre_activation_block_whose_branch_is_zero_is_the_identity_on_everything()
    {
        using var scope = NewDisposeScope();
        using var block = new PreActBlock(4, 4, 1, bottleneck: false);
        Silence(block);
        var x = randn(2, 4, 5, 5);
        Assert.Equal(Drawn.Floats(x), Drawn.Floats(block.call(x)));
    }

    [Fact]
    public void Option_A_keeps_every_other_pixel_and_appends_zero_maps()
    {
        using var scope = NewDisposeScope();
        using var shortcut = Shortcuts.Create(Shortcut.A, 2, 3, 2)!;
        var x = arange(32, dtype: ScalarType.Float32).view(1, 2, 4, 4);
        var y = shortcut.call(x);
        Assert.Equal([1, 3, 2, 2], y.shape);
        Assert.Equal([0, 2, 8, 10, 16, 18, 24, 26, 0, 0, 0, 0], Drawn.Floats(y));
    }

    [Theory]   // weights of a shortcut from 64 to 128 maps, and of one that changes nothing; normalisation has 2 per map
    [InlineData(Shortcut.A, 0, 0)]
    [InlineData(Shortcut.B, 64 * 128 + 256, 0)]
    [InlineData(Shortcut.C, 64 * 128 + 256, 64 * 64 + 128)]
    public void Options_differ_in_their_parameters(Shortcut option, long changing, long same)
    {
        static long Count(Module module) => module.parameters().Sum(parameter => parameter.numel());
        Assert.Equal(changing, Count(Shortcuts.Create(option, 64, 128, 2)!));
        Assert.Equal(same, Count(Shortcuts.Create(option, 64, 64, 1)!));
        Assert.Null(Shortcuts.Create(Shortcut.None, 64, 64, 1));
    }

    [Fact]
    public void A_closed_gate_carries_the_input_and_an_open_one_transforms_it()
    {
        using var scope = NewDisposeScope();
        using var closed = HighwayLayer.Full(6, gateBias: -100);
        using var open = HighwayLayer.Full(6, gateBias: 100);
        var x = randn(3, 6);
        var transform = open.named_modules().Single(entry => entry.Item1 == "transform").Item2;
        Assert.Equal(Drawn.Floats(x), Drawn.Floats(closed.call(x)));
        Assert.Equal(Drawn.Floats(((Linear)transform).call(x).relu()), Drawn.Floats(open.call(x)));
    }

    [Fact]
    public void Stochastic_depth_in_use_is_the_resnet_of_the_same_weights_with_scaled_branches()
    {
        using var scope = NewDisposeScope();
        using var certain = Drawn.Fill(new StochasticDepth(1, lastSurvival: 1));
        using var resnet = Drawn.Fill(new ResNet(new("resnet8", [1, 1, 1], Shortcut: Shortcut.A, Cifar: true), 10));
        Assert.Equal(Drawn.Keys(resnet), Drawn.Keys(certain));
        certain.eval();
        resnet.eval();
        var x = randn(2, 3, 32, 32);
        Assert.InRange(Drawn.RelativeError(Drawn.Floats(resnet.call(x)), Drawn.Floats(certain.call(x))), 0, 1e-6);
    }

    [Fact]
    public void Survival_falls_in_a_straight_line_to_that_of_the_last_block()
    {
        using var model = new StochasticDepth(18);
        var survival = model.modules().OfType<StochasticBlock>().Select(block => block.Survival).ToArray();
        Assert.Equal(54, survival.Length);
        Assert.Equal(0.5, survival[^1], 12);
        Assert.Equal(1 - 0.5 / 54, survival[0], 12);
        // Huang et al. 2016, §3: 54 blocks, of which 40 are expected to take part.
        Assert.Equal(40, Math.Floor(survival.Sum()));
    }

    [Fact]
    public void A_block_that_never_survives_passes_its_rectified_input_in_training()
    {
        using var scope = NewDisposeScope();
        using var block = new StochasticBlock(4, 4, 1, survival: 0);
        block.train();
        var x = randn(2, 4, 3, 3);
        Assert.Equal(Drawn.Floats(x.relu()), Drawn.Floats(block.call(x)));
    }
}
