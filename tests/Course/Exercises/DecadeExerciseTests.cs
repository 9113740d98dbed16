using CnnCourse.Layers;
using CnnCourse.Models;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Exercises;

/// <summary>The exercises of notebooks 10, 11 and 12; answers by hand.</summary>
public sealed class DecadeExerciseTests : ExerciseTestBase
{
    [Theory]
    [InlineData("10.1", 394_240)]         // 7·160·160 + 7·160·192
    [InlineData("10.2", 250_880_000)]     // 35·35·320·640
    [InlineData("11.1", 278_528)]         // 512·128 + 9·128·128 + 128·512
    [InlineData("11.2", 47_840)]          // 9·(16·16+32) + (16·32+64) + 8·(32·32+64) + (32·64+128) + 8·(64·64+128)
    [InlineData("12.1", 41_746_432)]      // 28·28·(256·64 + 9·64·64)
    public void The_count_by_hand_is_right(string id, long answer) => Assert.True(Judge(id, answer).IsRight);

    [Theory]
    [InlineData("10.1", 1_505_280, "7×7 convolution")]
    [InlineData("10.1", 430_080, "160 maps to 160")]
    [InlineData("10.2", 59_187_200, "pools first")]
    [InlineData("11.1", 4_718_592, "without a bottleneck")]
    [InlineData("11.1", 212_992, "missing")]
    [InlineData("11.1", 280_064, "batch normalisations")]
    [InlineData("11.2", 2_752, "option B")]
    [InlineData("12.1", 53_248, "weights")]
    [InlineData("12.1", 115_605_504, "without the reduction")]
    public void A_known_mistake_is_named(string id, long answer, string hint) => IsWrong(id, answer, hint);

    [Fact]   // published: 4.09 billion at 224, of which 2,048,000 in the last layer
    public void Four_times_the_places_leave_the_last_layer_alone()
    {
        Assert.Contains("last layer", Judge("12.2", 4 * 4_089_184_256L).Message, StringComparison.Ordinal);
        Assert.True(Judge("12.2", 4 * 4_089_184_256L - 3 * 2_048_000).IsRight);
    }

    [Fact]
    public void Wide_fields_are_cheap_after_a_reduction()
    {
        using var pair = Sequential(Conv2d(64, 64, (1, 9), padding: (0, 4), bias: false), Conv2d(64, 64, (9, 1), padding: (4, 0), bias: false));
        Assert.Contains("2/9", Judge("10.3", pair).Message, StringComparison.Ordinal);
        using var small = Conv2d(64, 64, 3, padding: 1);
        Assert.Contains("less than 9×9", Judge("10.3", small).Message, StringComparison.Ordinal);
        using var reduced = Sequential(Conv2d(64, 32, 1), Conv2d(32, 32, (1, 9), padding: (0, 4)), Conv2d(32, 64, (9, 1), padding: (4, 0)));
        Assert.True(Judge("10.3", reduced).IsRight);
    }

    [Fact]
    public void Fifty_convolutions_fit_in_bottlenecks()
    {
        static ResNet Narrow(bool bottleneck, Shortcut option, int blocks) =>
            new(new("", [blocks, blocks, blocks], bottleneck, option, Cifar: true), 10, 0.25, 1);

        Assert.Contains("40,000", Judge("11.3", Narrow(false, Shortcut.A, 9)).Message, StringComparison.Ordinal);
        Assert.Contains("identity", Judge("11.3", Narrow(true, Shortcut.None, 6)).Message, StringComparison.Ordinal);
        Assert.Contains("fewer than 50", Judge("11.3", Narrow(true, Shortcut.A, 3)).Message, StringComparison.Ordinal);
        Assert.True(Judge("11.3", Narrow(true, Shortcut.A, 6)).IsRight);
    }

    [Fact]
    public void A_small_deep_network_is_found()
    {
        Assert.Contains("fewer than 20", Judge("12.3", new ResNet(new("", [2, 2, 2], Cifar: true), 10)).Message, StringComparison.Ordinal);
        Assert.Contains("30 million", Judge("12.3", new ResNet(new("", [3, 3, 3], Cifar: true), 10)).Message, StringComparison.Ordinal);
        Assert.True(Judge("12.3", new ResNet(new("", [3, 3, 3], Cifar: true), 10, width: 0.75)).IsRight);
    }
}
