using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Nn;

public sealed class ThreadTests
{
    [Fact]
    public void Eight_threads_training_eight_models_get_what_they_get_one_after_the_other()
    {
        var models = Enumerable.Range(0, 16).Select(k =>
        {
            manual_seed(k % 8);
            return (Model: Sequential(Conv2d(1, 4, 3), BatchNorm2d(4), ReLU(), MaxPool2d(2), Flatten(), Linear(4 * 9, 5)), Images: randn(6, 1, 8, 8), Labels: arange(6).remainder(5));
        }).ToArray();

        void Train(int index)
        {
            var (model, images, labels) = models[index];
            using var optimizer = optim.Adam(model.parameters(), 0.01);
            for (var step = 0; step < 25; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                functional.cross_entropy(model.call(images), labels).backward();
                optimizer.step();
            }
        }

        for (var k = 0; k < 8; k++) Train(k);
        var threads = Enumerable.Range(8, 8).Select(k => new Thread(() => Train(k))).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        for (var k = 0; k < 8; k++)
            foreach (var (alone, together) in models[k].Model.state_dict().Values.Zip(models[k + 8].Model.state_dict().Values))
                Reference.AssertClose(alone.Numbers(), together.Numbers(), 1e-5);
    }
}
