using CnnCourse.Data;
using CnnCourse.Evaluation;
using CnnCourse.Layers;
using CnnCourse.Models;
using CnnCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Training;

public class TechniqueTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 10).Select(k => $"class {k}")];

    private static ImageData Noise(int count)
    {
        manual_seed(7);
        var set = new ImageSet(randn(count, 1, 32, 32), arange(count, ScalarType.Int64).remainder(10), Names);
        return new(set, set);
    }

    [Fact]   // by hand: gradients (3, 4) and 12 have the norm 13; a limit of 6.5 halves them
    public void Clipping_scales_all_gradients_by_one_factor()
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [new(zeros(2)), new(zeros(1)), new(zeros(3))];
        (parameters[0] * tensor(new[] { 3f, 4f })).sum().backward();
        (parameters[1] * 12).sum().backward();
        Assert.Equal(13, GradientClipping.ByNorm(parameters, 6.5).item<float>(), 5);
        Assert.Equal([1.5f, 2f], parameters[0].grad!.data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-5);
        Assert.Equal(6f, parameters[1].grad!.item<float>(), 5);
        GradientClipping.ByNorm(parameters, 100);
        Assert.Equal(6f, parameters[1].grad!.item<float>(), 5);
    }

    [Fact]   // by hand: d is 2/11 after one step, 3/12 after two
    public void Polyak_average_forgets_its_start_and_follows_the_weights()
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var layer = nn.Linear(1, 1, hasBias: false);
        layer.weight.fill_(1);
        using var average = new PolyakAverage(layer, 0.9);
        layer.weight.fill_(2);
        average.Update();
        Assert.Equal(2 / 11.0 * 1 + 9 / 11.0 * 2, average.Averages[0].item<float>(), 5);
        layer.weight.fill_(4);
        average.Update();
        var expected = 0.25 * (20 / 11.0) + 0.75 * 4;
        Assert.Equal(expected, average.Averages[0].item<float>(), 5);
        average.PutIn();
        average.PutIn();
        Assert.Equal(expected, layer.weight.item<float>(), 5);
        average.TakeOut();
        Assert.Equal(4, layer.weight.item<float>());
    }

    [Fact]
    public void The_average_is_what_is_evaluated_and_left()
    {
        using var scope = NewDisposeScope();
        var data = Noise(40);
        manual_seed(1);
        using var model = ModelZoo.Create("lenet5");
        var recipe = new Recipe { Epochs = 2, BatchSize = 10, AverageDecay = 0.99 };
        var history = Trainer.Fit(model, data, recipe);
        Assert.Equal(history[^1].TestAccuracy, Evaluate.Accuracy(model, data.Test));

        manual_seed(1);
        using var other = ModelZoo.Create("lenet5");
        var plain = Trainer.Fit(other, data, recipe with { AverageDecay = null });
        Assert.Equal(plain.StepLosses, history.StepLosses);   // averaging changes no step
        Assert.NotEqual(other.get_parameter("C1.weight")!.data<float>().ToArray(), model.get_parameter("C1.weight")!.data<float>().ToArray());
    }

    [Fact]   // the definition of Szegedy et al. 2016, §7, written out: (1 - ε) of the label and ε/K of every class
    public void Label_smoothing_is_in_the_default_loss()
    {
        using var scope = NewDisposeScope();
        var (logits, labels) = (randn(4, 5), tensor(new long[] { 0, 4, 2, 2 }));
        var target = nn.functional.one_hot(labels, 5).to(ScalarType.Float32) * 0.9 + 0.1 / 5;
        var expected = -(target * nn.functional.log_softmax(logits, 1)).sum(1).mean();
        Assert.Equal(expected.item<float>(), new Recipe { LabelSmoothing = 0.1 }.Loss(logits, labels).item<float>(), 5);
        Assert.Equal(expected.item<float>(), (new Recipe() with { LabelSmoothing = 0.1 }).Loss(logits, labels).item<float>(), 5);
    }

    [Fact]   // by hand: ln 2 + 0.3 · ln 2
    public void Auxiliary_heads_add_their_share_of_the_loss()
    {
        using var scope = NewDisposeScope();
        using var model = new TwoHeads();
        var set = new ImageSet(zeros(4, 1, 1, 2), tensor(new long[] { 0, 1, 0, 1 }), ["a", "b"]);
        var history = Trainer.Fit(model, new(set, set), new Recipe { Epochs = 1, BatchSize = 4, LearningRate = 0 });
        Assert.Equal(1.3 * Math.Log(2), history.StepLosses[0], 6);
    }

    [Fact]
    public void Augmentation_draws_by_seed_and_step_and_spares_the_test_set()
    {
        using var scope = NewDisposeScope();
        var data = Noise(20);
        var drawn = new List<float>();
        var recipe = new Recipe
        {
            Epochs = 2,
            BatchSize = 10,
            Augment = (images, generator) =>
            {
                drawn.Add(rand(1, generator: generator).item<float>());
                return images + 1;
            },
        };
        using var model = ModelZoo.Create("lenet5");
        Trainer.Fit(model, data, recipe);
        Trainer.Fit(model, data, recipe);
        Assert.Equal(4, drawn.Take(4).Distinct().Count());
        Assert.Equal(drawn.Take(4), drawn.Skip(4));
    }

    [Fact]
    public void Early_stopping_waits_as_long_as_it_is_told_to()
    {
        Assert.False(EarlyStopping.IsDue([0.5, 0.6, 0.6], 2));
        Assert.True(EarlyStopping.IsDue([0.5, 0.6, 0.6, 0.55], 2));
        Assert.False(EarlyStopping.IsDue([0.5, 0.6, 0.55, 0.61], 2));

        using var scope = NewDisposeScope();
        using var model = ModelZoo.Create("lenet5");
        var history = Trainer.Fit(model, Noise(20), new Recipe { Epochs = 50, LearningRate = 0, Patience = 3 });
        Assert.Equal(4, history.Count);
    }

    private sealed class TwoHeads : nn.Module<Tensor, Tensor>, IAuxiliaryHeads
    {
        private readonly nn.Module<Tensor, Tensor> main = nn.Linear(2, 2);

        public TwoHeads() : base(nameof(TwoHeads)) => RegisterComponents();

        public override Tensor forward(Tensor x) => main.call(x.flatten(1)).mul(0);

        public IReadOnlyList<Tensor> ForwardWithHeads(Tensor x) => [forward(x), forward(x)];
    }
}
