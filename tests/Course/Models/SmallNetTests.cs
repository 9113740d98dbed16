using CnnCourse.Layers;
using CnnCourse.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Models;

public class SmallNetTests
{
    [Fact]   // (25+1)·12 + (9·12+1)·16 + (9·16+1)·16 + (256+1)·64 + (64+1)·10
    public void Its_parameters_do_not_depend_on_the_ingredients()
    {
        foreach (var overlapping in new[] { true, false })
        {
            using var net = SmallNet.Create(() => Tanh(), normalised: true, overlapping);
            Assert.Equal(312 + 1744 + 2320 + 16_448 + 650, net.parameters().Sum(p => p.numel()));
            using var scores = net.call(rand(2, 1, 14, 14));
            Assert.Equal([2, 10], scores.shape);
        }
    }

    [Fact]
    public void Each_ingredient_is_there_when_it_is_asked_for()
    {
        using var net = SmallNet.Create(() => Tanh(), normalised: true);
        Assert.Equal(4, net.modules().Count(m => m is Tanh));
        Assert.Equal(2, net.modules().Count(m => m is LocalResponseNormalization));
        Assert.Equal(64, ((Linear)net.named_children().Single(c => c.name == "11").module).weight!.shape[0]);
    }
}
