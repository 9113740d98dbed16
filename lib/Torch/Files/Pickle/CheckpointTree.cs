using System.Collections;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>Walks the values of a checkpoint. Shared parts are visited once, so a small file cannot unfold into a huge tree.</summary>
internal sealed class CheckpointTree(FileSource source)
{
    private const int MaxDepth = 200;
    private const int MaxNames = 5_000_000;

    private readonly Dictionary<object, object> done = new(ReferenceEqualityComparer.Instance);
    private int names;

    /// <summary>The same tree with each stored tensor replaced by what <paramref name="load"/> makes of it.</summary>
    internal object? Replace(object? node, Func<StoredTensor, Tensor> load, int depth = 0)
    {
        CheckDepth(depth);
        if (node is null) return null;
        if (done.TryGetValue(node, out var known)) return known;
        switch (node)
        {
            case StoredTensor stored:
                return done[node] = load(stored);
            case List<object?> list:
                done[node] = list;
                for (var k = 0; k < list.Count; k++) list[k] = Replace(list[k], load, depth + 1);
                return list;
            case object?[] tuple:
                done[node] = tuple;
                for (var k = 0; k < tuple.Length; k++) tuple[k] = Replace(tuple[k], load, depth + 1);
                return tuple;
            case OrderedDictionary<object, object?> dictionary:
                done[node] = dictionary;
                for (var k = 0; k < dictionary.Count; k++) dictionary.SetAt(k, Replace(dictionary.GetAt(k).Value, load, depth + 1));
                return dictionary;
            case ScriptObject script:
                return Replace(script.Attributes, load, depth);
            case Dtype dtype:
                return dtype.Type;
            case PickleGlobal or StoredBytes:
                throw source.Bad($"its pickle holds {node} as a value; save tensors instead");
            default:
                return node;
        }
    }

    /// <summary>Every tensor under its dotted name, in the file's order.</summary>
    internal IEnumerable<(string Name, StoredTensor Tensor)> Flatten(object? node, string name = "", int depth = 0)
    {
        CheckDepth(depth);
        if (++names > MaxNames) throw source.Bad($"has more than {MaxNames} values in nested lists and dictionaries");
        if (node is StoredTensor tensor)
        {
            yield return (name.Length == 0 ? WeightFile.SingleName : name, tensor);
            yield break;
        }
        foreach (var (key, child) in Children(node))
            foreach (var found in Flatten(child, name.Length == 0 ? key : $"{name}.{key}", depth + 1)) yield return found;
    }

    private static IEnumerable<(string Key, object? Child)> Children(object? node) => node switch
    {
        OrderedDictionary<object, object?> dictionary => dictionary.Select(item => (Convert.ToString(item.Key, System.Globalization.CultureInfo.InvariantCulture)!, item.Value)),
        ScriptObject script => Children(script.Attributes),
        byte[] or string or long[] => [],
        IEnumerable list => list.Cast<object?>().Select((child, k) => (k.ToString(System.Globalization.CultureInfo.InvariantCulture), child)),
        _ => [],
    };

    private void CheckDepth(int depth)
    {
        if (depth > MaxDepth) throw source.Bad($"nests lists and dictionaries more than {MaxDepth} deep");
    }
}
