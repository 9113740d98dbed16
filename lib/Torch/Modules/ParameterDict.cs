using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters under names of their own.</summary>
public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    private readonly OrderedDict<string, Parameter> entries = [];

    public ParameterDict() : base(nameof(ParameterDict))
    {
    }

    public int Count => entries.Count;
    public bool IsReadOnly => false;
    public ICollection<string> Keys => entries.Keys;
    public ICollection<Parameter> Values => entries.Values;

    public IEnumerator<(string, Parameter)> items() => entries.GetEnumerator();
    public IEnumerable<string> keys() => entries.Keys;
    public IEnumerable<Parameter> values() => entries.Values;
    public void clear() => Clear();

    public (string, Parameter) this[int index]
    {
        get => entries[index];
        set => Change(() => entries[index] = value);
    }

    public Parameter this[string key]
    {
        get => entries[key];
        set => Change(() => entries[key] = value);
    }

    public void Add((string, Parameter) item) => Change(() => entries.Add(item));
    public void Add(string key, Parameter value) => Change(() => entries.Add(key, value));
    public void Add(KeyValuePair<string, Parameter> item) => Change(() => entries.Add(item));
    public void Insert(int index, (string, Parameter) item) => Change(() => entries.Insert(index, item));
    public void RemoveAt(int index) => Change(() => entries.RemoveAt(index));
    public void Clear() => Change(entries.Clear);

    public bool Remove(string key) => Removed(() => entries.Remove(key));
    public bool Remove((string, Parameter) item) => Removed(() => entries.Remove(item));
    public bool Remove(KeyValuePair<string, Parameter> item) => Removed(() => entries.Remove(item));

    public bool Contains((string, Parameter) item) => entries.Contains(item);
    public bool Contains(KeyValuePair<string, Parameter> item) => entries.Contains(item);
    public bool ContainsKey(string key) => entries.ContainsKey(key);
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => entries.TryGetValue(key, out value);
    public int IndexOf((string, Parameter) item) => entries.IndexOf(item);
    public void CopyTo((string, Parameter)[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);
    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);
    public IEnumerator<(string, Parameter)> GetEnumerator() => entries.GetEnumerator();
    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => ((IEnumerable<KeyValuePair<string, Parameter>>)entries).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Change(Action change)
    {
        change();
        _internal_params.Clear();
        foreach (var (name, parameter) in entries) register_parameter(name, parameter);
    }

    private bool Removed(Func<bool> remove)
    {
        var removed = false;
        Change(() => removed = remove());
        return removed;
    }
}
