using CnnCourse.Arithmetic;
using CnnCourse.Models;
using TorchSharp.Modules;
using static CnnCourse.Claims.Counted;
using static TorchSharp.torch;

namespace CnnCourse.Claims.Topics;

internal static class ResNetClaims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["resnet.layers.152"] = () => [Depth(152), Table(152).Convolutions().Count(IsProjection)],
        ["resnet.identity.zero"] = IsIdentityWhereTheBranchIsZero,
        ["resnet.identity.extra"] = AddedIdentitiesChangeNothing,
        ["resnet.grad.add"] = SkipAddsOne,
        ["resnet.224to56"] = () => [Table(152)["conv1"].Output[1], Table(152)["maxpool"].Output[1]],
        ["resnet.sigmoid.025"] = () => GradientClaims.SteepestSlope(),
        ["resnet.example.forward"] = () => Chain(10, 0.1, 0.1).Outputs,
        ["resnet.example.backward"] = () => Chain(10, 0.1, 0.1, 0.01).Gradients,
        ["resnet.example.skip"] = () => GradientWithSkip(10, 0.1, 0.1, 0.01),
        ["resnet.sum.not.product"] = StackIsProductOfOnePlus,
        ["resnet.bottleneck.params"] = () => Bottleneck,
        ["resnet.bottleneck.plain"] = () => Plain,
        ["resnet.bottleneck.ratio"] = () => Plain / Bottleneck,
        ["resnet.five.depths"] = () => [Depth(18), Depth(34), Depth(50), Depth(101), Depth(152)],
        ["resnet.101.blocks"] = () => Blocks(101),
        ["resnet.101.layers"] = () => [InBlocks(101), Depth(101)],
        ["resnet.50vs101"] = () => [Blocks(50, 3), Blocks(101, 3), Blocks(101) - Blocks(50), Depth(101) - Depth(50)],
        ["resnet.frcnn.shared"] = () => [Blocks(101, 4), InBlocks(101, 4) / Blocks(101, 4), InBlocks(101, 4)],
        ["resnet.frcnn.roi"] = () => [LastOf(101, 3).Output[1], LastOf(101, 3).Output[2], LastOf(101, 3).Output[0]],
        ["resnet.frcnn.2048"] = () => Table(101)["avgpool"].Units,
    };

    private static double Bottleneck => LayerTable.Of(() => new Models.Bottleneck(256, 64), 256, 14, 14).Convolutions().Params();

    private static double Plain => LayerTable.Of(() => new BasicBlock(256, 256), 256, 14, 14).Convolutions().Params();

    private static LayerTable Table(int depth) => Network($"resnet{depth}");

    private static double Depth(int depth) => Table(depth).Learned().Count(row => !IsProjection(row));

    private static bool IsProjection(LayerRow row) => row.Layer.Contains("downsample", StringComparison.Ordinal);

    private static IEnumerable<LayerRow> Stage(int depth, int? stage) =>
        Table(depth).Convolutions().Where(row => row.Layer.StartsWith($"layer{stage}", StringComparison.Ordinal));

    private static double Blocks(int depth, int? stage = null) => Stage(depth, stage).Select(row => string.Join('.', row.Layer.Split('.')[..2])).Distinct().Count();

    private static double InBlocks(int depth, int? stage = null) => Stage(depth, stage).Count(row => !IsProjection(row));

    private static LayerRow LastOf(int depth, int stage) => Stage(depth, stage).Last();

    private static Answer IsIdentityWhereTheBranchIsZero()
    {
        using var scope = NewDisposeScope();
        using var block = ZeroBlock();
        var x = rand(2, 4, 6, 6);
        return Tried.AreEqual(block.call(x), x);
    }

    private static Answer AddedIdentitiesChangeNothing()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var shallow = new BasicBlock(4, 4);
        shallow.eval();
        var deep = nn.Sequential(shallow, ZeroBlock(), ZeroBlock());
        var x = rand(2, 4, 6, 6);
        return Tried.AreEqual(deep.call(x), shallow.call(x));
    }

    private static BasicBlock ZeroBlock()
    {
        using var still = no_grad();
        var block = new BasicBlock(4, 4);
        foreach (var conv in block.modules().OfType<Conv2d>()) conv.weight.zero_();
        block.eval();
        return block;
    }

    // d(F(x) + x)/dx - dF(x)/dx
    private static Answer SkipAddsOne()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var x = rand(5);
        return Tried.AreEqual(Slope(x, v => v.tanh().pow(3) + v) - Slope(x, v => v.tanh().pow(3)), ones(5));
    }

    private static Answer StackIsProductOfOnePlus()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var (x, weights, product) = (rand(1), rand(6), ones(1));
        var passing = x;
        foreach (var weight in weights.unbind())
        {
            product *= 1 + Slope(passing, v => (v * weight).tanh());
            passing += (passing * weight).tanh();
        }
        return Tried.AreEqual(product, Slope(x, v => weights.unbind().Aggregate(v, (h, weight) => h + (h * weight).tanh())));
    }

    private static Tensor Slope(Tensor x, Func<Tensor, Tensor> f)
    {
        var at = x.detach().clone().requires_grad_();
        f(at).sum().backward();
        return at.grad!;
    }

    // x through factors one after the other; gradients from the last product's input back to x.
    private static (Answer Outputs, Answer Gradients) Chain(double x, params double[] weights)
    {
        using var scope = NewDisposeScope();
        var inputs = new List<Tensor> { tensor(x, ScalarType.Float64).requires_grad_() };
        foreach (var weight in weights)
        {
            inputs.Add(inputs[^1] * weight);
            inputs[^1].retain_grad();
        }
        inputs[^1].backward();
        return ([.. inputs.Skip(1).Select(h => h.item<double>())], [.. inputs.SkipLast(1).Reverse().Select(h => h.grad!.item<double>())]);
    }

    private static Answer GradientWithSkip(double x, params double[] weights)
    {
        using var scope = NewDisposeScope();
        return Slope(tensor(x, ScalarType.Float64), v => weights.Aggregate(v, (h, weight) => h * weight) + v).item<double>();
    }
}
