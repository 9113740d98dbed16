using CnnCourse.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Arithmetic;

/// <summary>
/// Follows one forward pass. Each layer's output is cut from the autograd graph and marked with what it sees of the
/// network's input; what feeds a layer, through any additions and concatenations between the layers, is then
/// found by a backward pass that ends at the last marks.
/// </summary>
internal sealed class Trace : IDisposable
{
    private sealed record Seen(Field Field, long[] Map, int Depth = 0);

    // A copy, since a leaf cannot be changed in place, that calls back when a gradient comes by.
    private sealed class Watched : autograd.SingleTensorFunction<Watched>
    {
        public override string Name => nameof(Watched);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data(nameof(Action), vars[1]);
            return ((Tensor)vars[0]).clone();
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            ((Action)ctx.get_data(nameof(Action))!)();
            return [grad_output, null!];
        }
    }

    private readonly List<LayerRow> rows = [];
    private readonly List<Action> unhook = [];
    private readonly Dictionary<Tensor, Seen> marks = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<nint> countedParameters = [];
    private readonly List<Seen> reached = [];
    private Seen last = new(Field.OfPixel, [1, 1]);
    private (string Path, nn.Module Module, long[] Input)? entered;

    private Trace() { }

    public static LayerTable Run(nn.Module<Tensor, Tensor> model, long[] input)
    {
        using var scope = NewDisposeScope();
        using var grad = enable_grad();
        using var trace = new Trace();
        var modes = model.modules().Prepend(model).Select(m => (Module: m, m.training)).ToArray();
        model.eval();
        try
        {
            trace.Hook(model, "");
            var output = trace.Forward(model, input);
            trace.Unhook();
            trace.AddUncalled(model, input);
            return new LayerTable(model.GetName(), input, trace.rows, output, trace.last.Field) { Depth = trace.last.Depth };
        }
        finally
        {
            foreach (var (module, training) in modes) module.train(training);
        }
    }

    private long[] Forward(nn.Module<Tensor, Tensor> model, long[] input)
    {
        using var pixels = Blank(model, input);
        try
        {
            var output = model.call(Mark(pixels, new(Field.OfPixel, Map(input, [1, 1]))));
            last = Source(output);
            return output.shape[1..];
        }
        catch (Exception e) when (entered is { } layer && e is not OperationCanceledException)
        {
            throw new ArgumentException(
                $"{model.GetName()} does not take an input of {string.Join('x', input)}: layer '{layer.Path}' ({layer.Module.GetType().Name}) "
                + $"was given {string.Join('x', layer.Input)} and failed: {e.Message.Split('\n')[0]}", nameof(input), e);
        }
    }

    private static Tensor Blank(nn.Module model, long[] input)
    {
        var sample = model.parameters().Concat(model.buffers()).FirstOrDefault(t => t.is_floating_point());
        return zeros([1, .. input], sample?.dtype ?? ScalarType.Float32, sample?.device ?? META);
    }

    private void Hook(nn.Module module, string path)
    {
        var children = module.named_children().ToArray();
        if (!CountRules.Knows(module) && children.Length > 0)
        {
            foreach (var (name, child) in children) Hook(child, path.Length == 0 ? name : $"{path}.{name}");
            return;
        }
        if (module is not nn.Module<Tensor, Tensor> layer) return;

        var name_ = path.Length == 0 ? module.GetName() : path;
        var fed = last;
        var before = layer.register_forward_pre_hook((_, x) =>
        {
            entered = (name_, module, x.shape[1..]);
            fed = Source(x);
            return x;
        });
        var after = layer.register_forward_hook((_, x, y) => Count(name_, module, fed, x.shape[1..], y));
        unhook.Add(before.remove);
        unhook.Add(after.remove);
    }

    private Tensor Count(string path, nn.Module module, Seen fed, long[] input, Tensor output)
    {
        var shape = output.shape[1..];
        var count = CountRules.Count(module, input, shape);
        fed = Resized(path, fed, input);
        var (vertical, horizontal) = count.SeesAll
            ? (new Window(fed.Map[0], count.Vertical.Stride), new Window(fed.Map[1], count.Horizontal.Stride))
            : (count.Vertical, count.Horizontal);
        var isLearned = count.Macs > 0 && module.parameters().Any();
        last = new(fed.Field.Through(vertical, horizontal), count.SeesAll ? [1, 1] : Map(shape, fed.Map), fed.Depth + (isLearned ? 1 : 0));
        rows.Add(new(path, module.GetType().Name, shape, CountNew(module.parameters()), count.Connections, count.Macs,
            count.IsFree ? 0 : shape.Aggregate(output.ElementSize, (product, n) => product * n), last.Field)
        {
            ParamsFormula = count.ParamsFormula,
            ConnectionsFormula = count.ConnectionsFormula,
        });
        return Mark(output, last);
    }

    // Pooling or padding by a function between two layers changes the grid unseen: counted by the change in size.
    private Seen Resized(string path, Seen fed, long[] input)
    {
        var isChannelsLast = input.Length == 3 && input[0] == fed.Map[0] && input[1] == fed.Map[1];
        if (input.Length != 3 || isChannelsLast || (input[1] == fed.Map[0] && input[2] == fed.Map[1])) return fed;
        var (vertical, horizontal) = (Axis(fed.Map[0], input[1]), Axis(fed.Map[1], input[2]));
        var seen = fed with { Field = fed.Field.Through(vertical, horizontal), Map = [input[1], input[2]] };
        if (vertical.Stride > 1 || horizontal.Stride > 1)
            rows.Add(new($"(before {path})", "(function)", input, 0, 0, 0, 4 * input.Aggregate((a, b) => a * b), seen.Field));
        return seen;

        static Window Axis(long from, long to) => to >= 2 * from
            ? new(to / from, to / from) { IsTransposed = true }
            : from >= 2 * to ? new((long)Math.Round(from / (double)to), (long)Math.Round(from / (double)to)) : Window.Point;
    }

    // [C, H, W] has a grid of its own; a vector or channels-last features keep the grid that they came from.
    private static long[] Map(long[] shape, long[] otherwise) =>
        shape.Length == 3 && !(shape[0] == otherwise[0] && shape[1] == otherwise[1]) ? shape[1..] : otherwise;

    private Tensor Mark(Tensor output, Seen seen)
    {
        if (!output.is_floating_point()) return output;
        var handed = Watched.apply(output.detach().requires_grad_(), () => reached.Add(seen));
        marks[handed] = seen;
        return handed;
    }

    private Seen Source(Tensor input)
    {
        if (marks.TryGetValue(input, out var mark)) return mark;
        if (!input.requires_grad) return last;
        reached.Clear();
        using var scope = NewDisposeScope();
        input.backward([ones_like(input)], retain_graph: true);
        return reached.Count == 0 ? last : reached.Aggregate((a, b) => new(a.Field.Or(b.Field), a.Map[0] >= b.Map[0] ? a.Map : b.Map, Math.Max(a.Depth, b.Depth)));
    }

    // What the forward pass never came by (auxiliary heads in eval mode) still has its parameters, and so have blocks of their own.
    private void AddUncalled(nn.Module model, long[] input)
    {
        var missed = model.named_modules().Prepend(("(own)", model))
            .Select(m => (Path: m.Item1, Module: m.Item2, Params: CountNew(m.Item2.parameters(recurse: false)))).Where(m => m.Params > 0).ToList();
        var shapes = model is IAuxiliaryHeads heads ? HeadShapes(heads, input, missed.Select(m => m.Module)) : [];
        foreach (var (path, module, count) in missed)
            rows.Add(new(path, module.GetType().Name, [], count, 0, 0, 0, last.Field) { TrainingOutput = shapes.GetValueOrDefault(module, []) });
    }

    // None where the image is large enough for the network and too small for its heads.
    private Dictionary<nn.Module, long[]> HeadShapes(IAuxiliaryHeads model, long[] input, IEnumerable<nn.Module> layers)
    {
        Dictionary<nn.Module, long[]> shapes = [];
        foreach (var layer in layers.OfType<nn.Module<Tensor, Tensor>>())
            unhook.Add(layer.register_forward_hook((one, _, output) =>
            {
                shapes[one] = output.shape[1..];
                return output;
            }).remove);
        using var scope = NewDisposeScope();
        try
        {
            model.ForwardWithHeads(Blank((nn.Module)model, input));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            shapes.Clear();
        }
        return shapes;
    }

    private long CountNew(IEnumerable<Parameter> parameters) =>
        parameters.Where(p => countedParameters.Add(p.Handle)).Sum(p => p.numel());

    private void Unhook()
    {
        unhook.ForEach(remove => remove());
        unhook.Clear();
    }

    public void Dispose() => Unhook();
}
