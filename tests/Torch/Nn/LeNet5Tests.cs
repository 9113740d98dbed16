using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Nn;

public sealed class LeNet5Tests
{
    // Python sums in another order when it runs on another number of threads; twenty steps carry that on.
    private const double Rounding = 1e-4;

    private static readonly Operator randint = new("randint");

    private static TorchSharp.Modules.Sequential Network() => Sequential(
        ("conv1", Conv2d(1, 6, 5, padding: 2)), ("relu1", ReLU()), ("pool1", MaxPool2d(2)),
        ("conv2", Conv2d(6, 16, 5)), ("norm", BatchNorm2d(16)), ("relu2", ReLU()), ("pool2", MaxPool2d(2)),
        ("flat", Flatten()), ("fc1", Linear(400, 120)), ("relu3", ReLU()), ("fc2", Linear(120, 84)), ("relu4", ReLU()), ("fc3", Linear(84, 10)));

    [Fact]
    public void Twenty_steps_of_training_are_those_of_Python()
    {
        var expected = Reference.Run("""
            torch.manual_seed(3)
            m = nn.Sequential(nn.Conv2d(1,6,5,padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6,16,5), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
                nn.Flatten(), nn.Linear(400,120), nn.ReLU(), nn.Linear(120,84), nn.ReLU(), nn.Linear(84,10))
            start = [flat(p) for p in m.parameters()]
            o = torch.optim.SGD(m.parameters(), 0.05, momentum=0.9, weight_decay=1e-4)
            s = torch.optim.lr_scheduler.StepLR(o, 5, 0.5)
            x = torch.randn(8,1,28,28); y = torch.randint(10,(8,))
            losses = []
            for k in range(20):
                o.zero_grad(); l = F.cross_entropy(m(x), y); l.backward(); o.step(); s.step(); losses.append(l.item())
            print(json.dumps(dict(start=start, losses=losses, end=[flat(p) for p in m.state_dict().values()])))
            """);
        manual_seed(3);
        using var model = Network();
        foreach (var (parameter, values) in model.parameters().Zip(expected.GetProperty("start").EnumerateArray()))
            Assert.Equal(values.Numbers(), parameter.Numbers());

        using var x = randn([8, 1, 28, 28]);
        using var y = randint.Call(10, new long[] { 8 }, int64);
        using var optimizer = optim.SGD(model.parameters(), 0.05, momentum: 0.9, weight_decay: 1e-4);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 5, 0.5);
        var losses = new List<double>();
        for (var k = 0; k < 20; k++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x), y);
            loss.backward();
            optimizer.step();
            scheduler.step();
            losses.Add(loss.item<float>());
            Assert.True(scope.DisposablesCount <= 2, $"{scope.DisposablesCount} tensors are left in the scope of a step");
        }
        Reference.AssertClose(expected.GetProperty("losses").Numbers(), losses.ToArray(), Rounding);
        foreach (var (parameter, values) in model.state_dict().Values.Zip(expected.GetProperty("end").EnumerateArray()))
            Reference.AssertClose(values.Numbers(), parameter.Numbers(), Rounding);
    }

    [Fact]
    public void State_dict_keys_are_PyTorch_s_in_its_order() => Assert.Equal(
        ["conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var",
            "norm.num_batches_tracked", "fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias", "fc3.weight", "fc3.bias"],
        Network().state_dict().Keys);
}
