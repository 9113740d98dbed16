using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules under names of their own; it has no forward pass.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
{
    private readonly OrderedDict<string, T> entries = [];

    public ModuleDict() : base(nameof(ModuleDict<T>))
    {
    }

    public int Count => entries.Count;
    public bool IsReadOnly => false;
    public ICollection<string> Keys => entries.Keys;
    public ICollection<T> Values => entries.Values;

    public IEnumerator<(string, T)> items() => entries.GetEnumerator();
    public IEnumerable<string> keys() => entries.Keys;
    public IEnumerable<T> values() => entries.Values;
    public void clear() => Clear();

    public (string, T) this[int index]
    {
        get => entries[index];
        set => Change(() => entries[index] = value);
    }

    public T this[string key]
    {
        get => entries[key];
        set => Change(() => entries[key] = value);
    }

    public void Add((string, T) item) => Change(() => entries.Add(item));
    public void Add(string key, T value) => Change(() => entries.Add(key, value));
    public void Add(KeyValuePair<string, T> item) => Change(() => entries.Add(item));
    public void Insert(int index, (string, T) item) => Change(() => entries.Insert(index, item));
    public void RemoveAt(int index) => Change(() => entries.RemoveAt(index));
    public void Clear() => Change(entries.Clear);

    public bool Remove(string key) => Removed(() => entries.Remove(key));
    public bool Remove((string, T) item) => Removed(() => entries.Remove(item));
    public bool Remove(KeyValuePair<string, T> item) => Removed(() => entries.Remove(item));

    public bool Contains((string, T) item) => entries.Contains(item);
    public bool Contains(KeyValuePair<string, T> item) => entries.Contains(item);
    public bool ContainsKey(string key) => entries.ContainsKey(key);
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);
    public int IndexOf((string, T) item) => entries.IndexOf(item);
    public void CopyTo((string, T)[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);
    public IEnumerator<(string, T)> GetEnumerator() => entries.GetEnumerator();
    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)entries).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Change(Action change)
    {
        change();
        ClearModules();
        foreach (var (name, module) in entries) register_module(name, module);
    }

    private bool Removed(Func<bool> remove)
    {
        var removed = false;
        Change(() => removed = remove());
        return removed;
    }
}
