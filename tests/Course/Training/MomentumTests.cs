using CnnCourse.Training;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Training;

public class MomentumTests
{
    private const float Rate = 0.01f, Momentum = 0.9f, Decay = 0.0005f;

    [Fact]   // Krizhevsky et al. 2012, section 5: v <- 0.9 v - 0.0005 rate w - rate g, w <- w + v; here g = w, the gradient of w^2 / 2
    public void A_step_at_one_rate_is_that_of_AlexNets_paper()
    {
        using var scope = NewDisposeScope();
        var weight = nn.Parameter(tensor(2f));
        var recipe = new Recipe { LearningRate = Rate, Momentum = Momentum, WeightDecay = Decay };
        var optimizer = recipe.Optimizer([weight], recipe);
        var (w, v) = (2f, 0f);
        for (var step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            (weight * weight / 2).backward();
            optimizer.step();
            v = Momentum * v - Decay * Rate * w - Rate * w;
            w += v;
            Assert.Equal(w, weight.item<float>(), 1e-5f);
        }
    }
}
