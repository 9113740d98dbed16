using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Models;

public class AutoencoderTests
{
    [Fact]   // (6·5+5) + (5·2+2) + (2·5+5) + (5·6+6)
    public void Its_layers_go_to_the_code_and_back() =>
        Assert.Equal(98, new Autoencoder(6, hidden: 5, code: 2).parameters().Sum(p => p.numel()));

    [Fact]
    public void It_learns_to_restore_what_fits_into_its_code()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var plane = randn(300, 2).matmul(randn(2, 12));                   // twelve numbers, but only two directions
        var coder = new Autoencoder(12, hidden: 32, code: 2);
        var rest = coder.Learn(plane, steps: 600) / plane.square().mean().item<float>();
        Assert.True(rest < 0.1, $"{rest:0.00} of the variance is lost");
        var codes = coder.Encode(plane);
        Assert.Equal([300, 2], codes.shape);
        Assert.False(codes.requires_grad);
    }

    [Fact]
    public void The_same_seed_gives_the_same_codes()
    {
        using var scope = NewDisposeScope();
        var vectors = rand(120, 6);
        var (once, again) = (Autoencoder.Codes(vectors, hidden: 8), Autoencoder.Codes(vectors, hidden: 8));
        Assert.Equal([120, 2], once.shape);
        Assert.Equal(once.Doubles(), again.Doubles());
    }
}
