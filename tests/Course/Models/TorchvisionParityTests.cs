using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Models;

/// <summary>Models that torchvision has are torchvision's: same keys, same logits, same gradients.</summary>
public sealed class TorchvisionParityTests(TorchvisionFixture torchvision) : IClassFixture<TorchvisionFixture>
{
    // The same operators of the same library run on both sides, on equally many threads. With another order of sums
    // logits still agree, but a ReLU that flips moves a gradient of resnet50 by up to 1 %.
    private const double LogitTolerance = 1e-5;
    private const double GradientTolerance = 1e-3;

    public static TheoryData<string> Names => [.. TorchvisionFixture.Sizes.Keys.Where(ModelZoo.Names.Contains)];

    [Theory, MemberData(nameof(Names))]
    public void State_dict_has_torchvisions_keys_and_shapes_in_order(string name)
    {
        using var model = ModelZoo.Create(name);
        Assert.Equal(torchvision.Keys(name), Drawn.Keys(model));
    }

    [Theory, MemberData(nameof(Names))]
    public void Published_files_accuracies_and_sizes_are_torchvisions(string name)
    {
        var listed = PublishedWeights.All.Where(w => w.Model == name).OrderBy(w => w.Version)
            .Select(w => FormattableString.Invariant($"{w.File} {w.Top1} {w.Top5} {w.Preprocessing.Resize} {w.Preprocessing.Crop}"));
        Assert.Equal(torchvision.Weights(name), listed);
    }

    [Theory, MemberData(nameof(Names))]
    public void Logits_and_input_gradients_are_torchvisions(string name)
    {
        using var model = Drawn.Fill(ModelZoo.Create(name));
        model.eval();
        foreach (var parameter in model.parameters()) parameter.requires_grad_(false);

        foreach (var size in TorchvisionFixture.Sizes[name])
        {
            using var scope = NewDisposeScope();
            manual_seed(size);
            var x = randn(2, 3, size, size).requires_grad_();
            var y = model.call(x);
            (y * randn(y.shape)).sum().backward();

            Assert.InRange(Drawn.RelativeError(torchvision.Logits(name, size), Drawn.Floats(y)), 0, LogitTolerance);
            Assert.InRange(Drawn.RelativeError(torchvision.Gradient(name, size), Drawn.Floats(x.grad!)), 0, GradientTolerance);
        }
    }
}
