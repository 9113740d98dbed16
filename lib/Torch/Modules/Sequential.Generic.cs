using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

// Sequences whose first step takes, or whose last gives, something other than one tensor: a derived class says how they run.

public abstract class Sequential<T, TResult> : nn.Module<T, TResult>
{
    private readonly List<nn.Module> steps = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential<T, TResult>))
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential<T, TResult>))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    protected virtual Sequential<T, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} does not say how to take a part of it.");

    public Sequential<T, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T, TResult> append(nn.Module module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(nn.Module module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        steps.Add(sm);
    }
}

public abstract class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    private readonly List<nn.Module> steps = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential<T1, T2, TResult>))
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential<T1, T2, TResult>))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    protected virtual Sequential<T1, T2, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} does not say how to take a part of it.");

    public Sequential<T1, T2, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, TResult> append(nn.Module module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(nn.Module module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        steps.Add(sm);
    }
}

public abstract class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    private readonly List<nn.Module> steps = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential<T1, T2, T3, TResult>))
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential<T1, T2, T3, TResult>))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    protected virtual Sequential<T1, T2, T3, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} does not say how to take a part of it.");

    public Sequential<T1, T2, T3, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, TResult> append(nn.Module module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(nn.Module module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        steps.Add(sm);
    }
}

public abstract class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    private readonly List<nn.Module> steps = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential<T1, T2, T3, T4, TResult>))
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential<T1, T2, T3, T4, TResult>))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} does not say how to take a part of it.");

    public Sequential<T1, T2, T3, T4, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, TResult> append(nn.Module module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(nn.Module module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        steps.Add(sm);
    }
}

public abstract class Sequential<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
{
    private readonly List<nn.Module> steps = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential<T1, T2, T3, T4, T5, TResult>))
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential<T1, T2, T3, T4, T5, TResult>))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    protected virtual Sequential<T1, T2, T3, T4, T5, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} does not say how to take a part of it.");

    public Sequential<T1, T2, T3, T4, T5, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, TResult> append(nn.Module module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(nn.Module module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        steps.Add(sm);
    }
}

public abstract class Sequential<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
{
    private readonly List<nn.Module> steps = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential<T1, T2, T3, T4, T5, T6, TResult>))
    {
        foreach (var (name, submodule) in modules) Add(name, submodule);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential<T1, T2, T3, T4, T5, T6, TResult>))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    protected virtual Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} does not say how to take a part of it.");

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(nn.Module module) => append(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(nn.Module module) => Add(steps.Count.ToString(CultureInfo.InvariantCulture), module);

    protected internal void Add(string name, nn.Module sm)
    {
        register_module(name, sm);
        steps.Add(sm);
    }
}
