using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Nn;

public sealed class ModuleTests
{
    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> stem = Sequential(("conv", Conv2d(1, 2, 3)), ("norm", BatchNorm2d(2)));
        private readonly ModuleList<Module<Tensor, Tensor>> heads = ModuleList<Module<Tensor, Tensor>>(Linear(2, 3), Linear(3, 1, hasBias: false));
        private readonly Parameter gain = Parameter(ones(1));
        private readonly Tensor offset = zeros(1);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor x) => heads[1].call(heads[0].call(stem.call(x).mean([2, 3]) * gain + offset));
    }

    [Fact]
    public void Fields_are_registered_under_their_names()
    {
        using var net = new Net();
        Assert.Equal(["gain", "offset", "stem.conv.weight", "stem.conv.bias", "stem.norm.weight", "stem.norm.bias", "stem.norm.running_mean", "stem.norm.running_var",
            "stem.norm.num_batches_tracked", "heads.0.weight", "heads.0.bias", "heads.1.weight"], net.state_dict().Keys);
        Assert.Equal(["stem", "heads"], net.named_children().Select(child => child.name));
        Assert.Equal(["stem", "heads", "stem.conv", "stem.norm", "heads.0", "heads.1"], net.named_modules().Select(module => module.name));
        Assert.NotNull(net.get_parameter("stem.conv.bias"));
        Assert.True(net.has_buffer("stem.norm.running_var"));
        Assert.False(net.has_parameter("heads.1.bias"));
    }

    [Fact]
    public void Parameters_stay_the_same_objects_when_the_dtype_changes_so_that_an_optimizer_goes_on()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var parameters = net.parameters().ToArray();
        var optimizer = optim.SGD(parameters, 0.1);
        net.to(float64);
        Assert.Equal(parameters, net.parameters());
        Assert.All(net.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.Equal(int64, net.get_buffer("stem.norm.num_batches_tracked")!.dtype);
        var before = parameters[0].Numbers();
        net.call(randn(4, 1, 5, 5, dtype: float64)).pow(2).sum().backward();
        optimizer.step();
        Assert.NotEqual(before, parameters[0].Numbers());
    }

    [Fact]
    public void Evaluation_mode_reaches_every_module_below()
    {
        using var net = new Net();
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void A_state_dict_that_does_not_fit_changes_nothing_and_names_what_is_wrong()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 3);
        var before = layer.weight.Numbers();
        var wrong = new Dictionary<string, Tensor> { ["weight"] = ones(3, 1), ["other"] = ones(3) };
        var error = Assert.Throws<InvalidOperationException>(() => layer.load_state_dict(wrong));
        Assert.Contains("weight is [3, 1] in the file and [3, 2] in the module", error.Message, StringComparison.Ordinal);
        Assert.Contains("missing: bias", error.Message, StringComparison.Ordinal);
        Assert.Contains("unexpected: other", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, layer.weight.Numbers());
        var (missing, unexpected) = layer.load_state_dict(new() { ["bias"] = ones(3) }, strict: false);
        Assert.Equal("weight", Assert.Single(missing));
        Assert.Empty(unexpected);
        Assert.Equal([1, 1, 1], layer.bias!.Numbers());
    }

    [Fact]
    public void Hooks_see_and_replace_inputs_and_outputs_until_they_are_removed()
    {
        using var scope = NewDisposeScope();
        var layer = Identity();
        var before = layer.register_forward_pre_hook((_, x) => x + 1);
        var after = layer.register_forward_hook((_, x, y) => y * x);
        Assert.Equal(9, layer.call(tensor(2f)).item<float>());   // (2 + 1)^2
        before.remove();
        Assert.Equal(4, layer.call(tensor(2f)).item<float>());
        after.remove();
        Assert.Equal(2, layer.call(tensor(2f)).item<float>());
    }

    [Fact]
    public void Parts_of_a_sequence_share_its_modules()
    {
        using var net = Sequential(("a", Linear(2, 3)), ("b", ReLU()), ("c", Linear(3, 1)));
        Assert.Equal(["b", "c"], net[1..].named_children().Select(child => child.name));
        Assert.Same(net[0], net[..1][0]);
        Assert.Equal(3, net.Count);
    }
}
