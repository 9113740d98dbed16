using CnnCourse.Exercises;
using CnnCourse.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Exercises;

public sealed class Lessons07To09Tests : ExerciseTestBase
{
    [Theory]   // by hand: (7·7·512+1)·4096; 138,357,544 − 7·7·512·4096 + 512·4096; 192·16 + 25·16·32; 7·7·1024·1000 + 1000; 16·7·7; 3·3·64·64 + 2·64
    [InlineData("07.1", 102_764_544)]
    [InlineData("07.2", 37_694_248)]
    [InlineData("08.1", 15_872)]
    [InlineData("08.2", 50_177_000)]
    [InlineData("09.1", 784)]
    [InlineData("09.2", 36_992)]
    public void The_counts_are_those_made_by_hand(string id, int answer) => Assert.True(Judge(id, answer).IsRight);

    [Theory]
    [InlineData("07.1", 102_760_448, "biases")]
    [InlineData("07.1", 2_097_152, "places")]
    [InlineData("07.2", 138_357_544, "input: 32")]
    [InlineData("08.1", 15_920, "biases")]
    [InlineData("08.1", 153_600, "naive")]
    [InlineData("08.1", 12_800, "reduction")]
    [InlineData("08.2", 1_025_000, "average")]
    [InlineData("09.1", 18_816, "map")]
    [InlineData("09.1", 49, "batch")]
    [InlineData("09.2", 37_056, "bias")]
    [InlineData("09.2", 36_864, "γ")]
    public void A_wrong_count_is_told_its_mistake(string id, int answer, string hint) => IsWrong(id, answer, hint);

    [Fact]
    public void A_network_is_right_when_every_3x3_has_a_normalisation_and_no_bias()
    {
        var exercise = ExerciseBook.Exercise("09.3");
        Assert.Contains("3×3", exercise.Check(Net(5, bias: false, normalised: true, layers: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("normalisation", exercise.Check(Net(3, bias: false, normalised: false, layers: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("bias", exercise.Check(Net(3, bias: true, normalised: true, layers: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("9×9", exercise.Check(Net(3, bias: false, normalised: true, layers: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("10,000", exercise.Check(Net(3, bias: false, normalised: true, layers: 4, maps: 64)).Message, StringComparison.Ordinal);
        Assert.True(exercise.Check(Net(3, bias: false, normalised: true, layers: 4)).IsRight);
    }

    [Fact]
    public void A_stack_is_right_when_it_sees_7x7_on_few_maps()
    {
        var exercise = ExerciseBook.Exercise("07.3");
        Assert.Contains("half", exercise.Check(Stack(32)).Message, StringComparison.Ordinal);
        Assert.Contains("7×7", exercise.Check(Sequential(Conv2d(32, 32, 3, padding: 1))).Message, StringComparison.Ordinal);
        Assert.Contains("28×28", exercise.Check(Conv2d(32, 32, 3)).Message, StringComparison.Ordinal);
        Assert.True(exercise.Check(Stack(16)).IsRight);

        static Module<Tensor, Tensor> Stack(long inside) => Sequential(Conv2d(32, inside, 1), ReLU(),
            Conv2d(inside, inside, 3, padding: 1), ReLU(), Conv2d(inside, inside, 3, padding: 1), ReLU(), Conv2d(inside, inside, 3, padding: 1), Conv2d(inside, 32, 1));
    }

    [Fact]
    public void A_module_is_right_when_it_is_wide_and_small()
    {
        var exercise = ExerciseBook.Exercise("08.3");
        Verdict Of(InceptionRow row) => exercise.Check(new Inception(192, row, GoogLeNet.Paper));
        Assert.Contains("100,000", Of(GoogLeNet.Table1[0]).Message, StringComparison.Ordinal);
        Assert.Contains("256", Of(new("thin", 32, 8, 32, 8, 32, 32)).Message, StringComparison.Ordinal);
        Assert.True(Of(new("lean", 128, 48, 64, 8, 32, 32)).IsRight);
    }

    private static Module<Tensor, Tensor> Net(long kernel, bool bias, bool normalised, int layers, long maps = 8)
    {
        var all = new List<Module<Tensor, Tensor>>();
        for (var k = 0; k < layers; k++)
        {
            all.Add(Conv2d(k == 0 ? 1 : maps, maps, kernel, padding: kernel / 2, bias: bias));
            if (normalised) all.Add(BatchNorm2d(maps));
            all.Add(ReLU());
        }
        return Sequential([.. all, AdaptiveAvgPool2d(1), Flatten(), Linear(maps, 10)]);
    }
}
