using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other; unnamed ones are called "0", "1", ...</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> steps = [];
    private readonly List<string> names = [];

    internal Sequential() : base(nameof(Sequential))
    {
    }

    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this()
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        Add(name, module);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module)
    {
        Add(module);
        return this;
    }

    internal void Add(nn.IModule<Tensor, Tensor> module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    internal void Add(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        steps.Add(module);
        names.Add(name);
    }

    /// <summary>The last module's result; what lies between is disposed as soon as it has been used.</summary>
    public override Tensor forward(Tensor tensor)
    {
        if (steps.Count == 0) return tensor.alias();
        var result = steps[0].call(tensor);
        for (var k = 1; k < steps.Count; k++)
        {
            var before = result;
            result = steps[k].call(before);
            if (!ReferenceEquals(before, result) && !ReferenceEquals(before, tensor)) before.Dispose();
        }
        return result;
    }

    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    private Sequential Slice(int start, int end)
    {
        if (start < 0 || start > Count) throw new ArgumentOutOfRangeException(nameof(start), $"{start} is not a valid index.");
        if (end < 0 || end > Count) throw new ArgumentOutOfRangeException(nameof(end), $"{end} is not a valid index.");
        var result = new Sequential();
        for (var k = start; k < end; k++) result.Add(names[k], steps[k]);
        return result;
    }
}
