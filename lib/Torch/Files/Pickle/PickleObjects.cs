using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>A name that a pickle may use: nothing is imported or run, each has its meaning in <see cref="PickleObjects"/>.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>What a TorchScript archive stores of a module: its attributes, and nothing that could run.</summary>
internal sealed record ScriptObject(OrderedDictionary<object, object?> Attributes);

/// <summary>The whitelist: what tensors are rebuilt from. Any other global is refused by its name.</summary>
internal sealed class PickleObjects(FileSource source, Func<string, Dtype?, long, StoredBytes> storage, bool isScript)
{
    private const string Untyped = "UntypedStorage";

    private static readonly HashSet<string> allowed =
    [
        "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3",
        "torch._utils._rebuild_parameter", "torch.Size", "torch.device", "torch.storage.UntypedStorage", "torch.UntypedStorage",
        "collections.OrderedDict", "_codecs.encode", "__builtin__.set", "builtins.set", "__builtin__.complex", "builtins.complex",
        "torch.jit._pickle.build_intlist", "torch.jit._pickle.build_doublelist", "torch.jit._pickle.build_boollist",
        "torch.jit._pickle.build_tensorlist",
        .. Dtype.All.Select(d => "torch." + d.Storage), .. Dtype.All.Select(d => "torch." + d.Python),
    ];

    internal object Global(string module, string name)
    {
        var global = new PickleGlobal(module, name);
        if (!allowed.Contains(global.ToString()) && !(isScript && module.StartsWith("__torch__", StringComparison.Ordinal)))
            throw source.Bad($"its pickle names the global '{global}', which is not needed for tensors and could run code; "
                + "nothing was loaded. Save a plain state_dict() from a trusted source instead");
        return module == "torch" && Dtype.WithPython(name) is { } dtype ? dtype : global;
    }

    internal object? Call(PickleGlobal global, object?[] a) => global switch
    {
        { Name: "OrderedDict" } => Dictionary(a),
        { Name: "_rebuild_tensor" } => Rebuild(a, 4),
        { Name: "_rebuild_tensor_v2" } => Marked(Rebuild(a, 6), Get<bool>(a, 4), a.ElementAtOrDefault(6)),
        { Name: "_rebuild_tensor_v3" } => Marked(Rebuild(a, 7, Get<Dtype>(a, 6)), Get<bool>(a, 4), a.ElementAtOrDefault(7)),
        { Name: "_rebuild_parameter" } => Get<StoredTensor>(a, 0) with { RequiresGrad = Get<bool>(a, 1) },
        { Name: "Size" } => Longs(a.Length == 1 ? a[0] : null),
        { Name: "device" } => new Device(Get<string>(a, 0), a.Length > 1 ? (int)Get<long>(a, 1) : -1),
        { Name: "encode" } => Encoding.Latin1.GetBytes(Get<string>(a, 0)),
        { Name: "set" } => a.Length == 0 ? new List<object?>() : Get<List<object?>>(a, 0),
        { Name: "complex" } => new Complex(Get<double>(a, 0), Get<double>(a, 1)),
        { Module: "torch.jit._pickle" } => Get<List<object?>>(a, 0),
        { Module: var m } when m.StartsWith("__torch__", StringComparison.Ordinal) => new ScriptObject([]),
        _ => throw source.Bad($"its pickle calls '{global}', which is no function"),
    };

    /// <summary>The state of an object: attributes of a script module; of a dictionary they are metadata and left out.</summary>
    internal void Build(object target, object? state)
    {
        if (target is OrderedDictionary<object, object?>) return;
        if (target is not ScriptObject script || state is not OrderedDictionary<object, object?> attributes)
            throw source.Bad("its pickle sets the state of an object that has none");
        foreach (var (name, value) in attributes) script.Attributes[name] = value;
    }

    /// <summary>A reference to a storage: ("storage", class, key, device, elements, view?).</summary>
    internal object Persistent(object?[] id)
    {
        if (Get<string>(id, 0) != "storage") throw source.Bad($"its pickle refers to a '{id[0]}' outside itself, not to a storage");
        var type = Get<PickleGlobal>(id, 1);
        var dtype = Dtype.WithStorage(type.Name);
        if (dtype is null && type.Name != Untyped) throw source.Bad($"its pickle takes '{type}' for a class of storages");
        var (key, count) = (Get<string>(id, 2), Get<long>(id, 4));
        if (count < 0) throw source.Bad($"storage '{key}' has {count} elements");
        var bytes = storage(key, dtype, count);
        if (id.Length < 6 || id[5] is not object?[] view) return bytes;
        return new StorageView(bytes, Get<long>(view, 1));
    }

    private sealed record StorageView(StoredBytes Bytes, long Offset);

    private StoredTensor Rebuild(object?[] a, int count, Dtype? dtype = null)
    {
        if (a.Length < count) throw source.Bad($"its pickle rebuilds a tensor from {a.Length} arguments, not {count}");
        var (bytes, skip) = a[0] is StorageView view ? (view.Bytes, view.Offset) : (Get<StoredBytes>(a, 0), 0);
        var (offset, shape, strides) = (Get<long>(a, 1), Longs(a[2]), Longs(a[3]));
        var tensor = new StoredTensor(bytes, dtype ?? bytes.Dtype, unchecked(offset + skip), shape, strides);
        if (offset < 0 || skip < 0 || !tensor.Fits())
            throw source.Bad($"a tensor of shape [{string.Join(", ", shape)}], strides [{string.Join(", ", strides)}] and offset {offset} "
                + $"does not fit storage '{bytes.Key}' of {bytes.Count} elements");
        return tensor;
    }

    private static StoredTensor Marked(StoredTensor tensor, bool requiresGrad, object? metadata)
    {
        var marks = metadata as OrderedDictionary<object, object?> ?? [];
        return tensor with
        {
            RequiresGrad = requiresGrad,
            Conjugate = marks.GetValueOrDefault("conj") is true,
            Negative = marks.GetValueOrDefault("neg") is true,
        };
    }

    private OrderedDictionary<object, object?> Dictionary(object?[] a)
    {
        var result = new OrderedDictionary<object, object?>();
        if (a.Length == 0) return result;
        foreach (var pair in Get<List<object?>>(a, 0))
        {
            var (key, value) = pair is List<object?> { Count: 2 } list ? (list[0], list[1])
                : pair is object?[] { Length: 2 } tuple ? (tuple[0], tuple[1]) : throw source.Bad("its pickle has a dictionary item that is no pair");
            result[key is string or long ? key : throw source.Bad("its pickle has a dictionary key that is neither text nor integer")] = value;
        }
        return result;
    }

    private long[] Longs(object? value)
    {
        var items = value as IReadOnlyList<object?> ?? value as object?[] ?? throw source.Bad("its pickle has a shape that is no tuple");
        return items.Select(item => item is long number ? number : throw source.Bad("its pickle has a shape that holds other things than integers")).ToArray();
    }

    private T Get<T>(object?[] arguments, int index) =>
        index < arguments.Length && arguments[index] is T value ? value
            : throw source.Bad($"its pickle gives another value where argument {index} is to be a {typeof(T).Name}");
}
