using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters called "0", "1", ...</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> items = [];

    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => extend(parameters ?? []);

    public int Count => items.Count;
    public bool IsReadOnly => false;

    public Parameter this[int index]
    {
        get => items[index];
        set => Change(() => items[index] = value);
    }

    public void Add(Parameter item) => Change(() => items.Add(item));
    public void append(params Parameter[] parameters) => extend(parameters ?? []);
    public void extend(IEnumerable<Parameter> parameters) => Change(() => items.AddRange(parameters));
    public void Insert(int index, Parameter item) => Change(() => items.Insert(index, item));
    public void RemoveAt(int index) => Change(() => items.RemoveAt(index));
    public void Clear() => Change(items.Clear);

    public bool Remove(Parameter item)
    {
        var removed = false;
        Change(() => removed = items.Remove(item));
        return removed;
    }

    public bool Contains(Parameter item) => items.Contains(item);
    public void CopyTo(Parameter[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public int IndexOf(Parameter item) => items.IndexOf(item);
    public IEnumerator<Parameter> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A name is a place in the list, so every change names the parameters anew.
    private void Change(Action change)
    {
        change();
        _internal_params.Clear();
        for (var k = 0; k < items.Count; k++) register_parameter(k.ToString(CultureInfo.InvariantCulture), items[k]);
    }
}
