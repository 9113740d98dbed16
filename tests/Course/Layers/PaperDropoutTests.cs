using CnnCourse.Layers;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Layers;

public class PaperDropoutTests
{
    [Fact]   // Krizhevsky et al. 2012, §4.2: halves at test, zeros in training; the inverted form doubles in training instead
    public void Dropout_of_the_paper_scales_at_test()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (paper, inverted) = (new PaperDropout(0.25), nn.Dropout(0.25));
        var units = ones(10_000);
        paper.train();
        inverted.train();
        Assert.Equal([0f, 1f], paper.call(units).data<float>().ToArray().Distinct().Order());
        Assert.Equal(0.75, paper.call(units).mean().item<float>(), 1.0 / 60);
        Assert.Equal(1, inverted.call(units).mean().item<float>(), 1.0 / 60);
        paper.eval();
        Assert.Equal([0.75f], paper.call(units).data<float>().ToArray().Distinct());
    }
}
