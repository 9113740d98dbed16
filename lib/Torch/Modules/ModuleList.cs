using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules called "0", "1", ...; it has no forward pass of its own.</summary>
public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> items = [];

    public ModuleList(params T[] modules) : base(nameof(ModuleList<T>)) => extend(modules ?? []);

    public int Count => items.Count;
    public bool IsReadOnly => false;

    public T this[int index]
    {
        get => items[index];
        set => Change(() => items[index] = value);
    }

    public void Add(T item) => Change(() => items.Add(item));
    public void append(params T[] parameters) => extend(parameters ?? []);
    public void extend(IEnumerable<T> modules) => Change(() => items.AddRange(modules));
    public void Insert(int index, T item) => Change(() => items.Insert(index, item));
    public void RemoveAt(int index) => Change(() => items.RemoveAt(index));
    public void Clear() => Change(items.Clear);

    public bool Remove(T item)
    {
        var removed = false;
        Change(() => removed = items.Remove(item));
        return removed;
    }

    public bool Contains(T item) => items.Contains(item);
    public void CopyTo(T[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public int IndexOf(T item) => items.IndexOf(item);
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A name is a place in the list, so every change names the modules anew.
    private void Change(Action change)
    {
        change();
        ClearModules();
        for (var k = 0; k < items.Count; k++) register_module(k.ToString(CultureInfo.InvariantCulture), items[k]);
    }
}
