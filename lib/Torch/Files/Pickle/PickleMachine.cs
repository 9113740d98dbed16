using System.Numerics;

namespace CnnCourse.Torch;

/// <summary>
/// Reads one pickle without ever running what it names. Lists become <see cref="List{T}"/>, tuples arrays, dictionaries
/// <see cref="OrderedDictionary{TKey, TValue}"/>; globals, calls and persistent ids are given to <see cref="PickleObjects"/>.
/// </summary>
internal sealed class PickleMachine(PickleInput input, PickleObjects objects)
{
    private const int MaxOperations = 20_000_000;   // a state dict of ten thousand tensors takes half a million
    private const int MaxIntegerBytes = 1024;
    private const int HighestProtocol = 5;

    private readonly List<object?> stack = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<long, object?> memo = [];

    internal object? Run()
    {
        for (var count = 0; count < MaxOperations; count++)
        {
            if ((count & 0xffff) == 0) Interrupt.ThrowIfRequested();
            var opcode = (Opcode)input.Byte();
            if (opcode == Opcode.Stop) return Pop();
            Step(opcode);
        }
        throw input.Bad($"has more than {MaxOperations} operations");
    }

    private void Step(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.Proto: CheckProtocol(input.Byte()); break;
            case Opcode.Frame: input.Int64(); break;
            case Opcode.Mark: marks.Add(stack.Count); break;
            case Opcode.Pop: PopOne(); break;
            case Opcode.PopMark: Items(); break;
            case Opcode.Dup: stack.Add(Peek()); break;

            case Opcode.None: stack.Add(null); break;
            case Opcode.NewTrue: stack.Add(true); break;
            case Opcode.NewFalse: stack.Add(false); break;
            case Opcode.BinInt: stack.Add((long)input.Int32()); break;
            case Opcode.BinInt1: stack.Add((long)input.Byte()); break;
            case Opcode.BinInt2: stack.Add((long)input.UInt16()); break;
            case Opcode.Long1: PushInteger(input.Byte()); break;
            case Opcode.Long4: PushInteger(input.Int32()); break;
            case Opcode.BinFloat: stack.Add(input.DoubleBigEndian()); break;
            case Opcode.ShortBinString or Opcode.ShortBinUnicode: stack.Add(input.Text(input.Byte())); break;
            case Opcode.BinString or Opcode.BinUnicode: stack.Add(input.Text((uint)input.Int32())); break;
            case Opcode.BinUnicode8: stack.Add(input.Text(input.Int64())); break;
            case Opcode.ShortBinBytes: stack.Add(input.Bytes(input.Byte())); break;
            case Opcode.BinBytes: stack.Add(input.Bytes((uint)input.Int32())); break;
            case Opcode.BinBytes8: stack.Add(input.Bytes(input.Int64())); break;

            case Opcode.EmptyList or Opcode.EmptySet: stack.Add(new List<object?>()); break;
            case Opcode.List or Opcode.FrozenSet: stack.Add(new List<object?>(Items())); break;
            case Opcode.Append: Extend([Pop()]); break;
            case Opcode.Appends or Opcode.AddItems: Extend(Items()); break;
            case Opcode.EmptyDict: stack.Add(new OrderedDictionary<object, object?>()); break;
            case Opcode.Dict:
                var pairs = Items();
                stack.Add(new OrderedDictionary<object, object?>());
                SetItems(pairs);
                break;
            case Opcode.SetItem: SetItems(Last(2)); break;
            case Opcode.SetItems: SetItems(Items()); break;
            case Opcode.EmptyTuple: stack.Add(Array.Empty<object?>()); break;
            case Opcode.Tuple: stack.Add(Items()); break;
            case Opcode.Tuple1: stack.Add(Last(1)); break;
            case Opcode.Tuple2: stack.Add(Last(2)); break;
            case Opcode.Tuple3: stack.Add(Last(3)); break;

            case Opcode.BinPut: memo[input.Byte()] = Peek(); break;
            case Opcode.LongBinPut: memo[(uint)input.Int32()] = Peek(); break;
            case Opcode.Memoize: memo[memo.Count] = Peek(); break;
            case Opcode.BinGet: Recall(input.Byte()); break;
            case Opcode.LongBinGet: Recall((uint)input.Int32()); break;

            case Opcode.Global: stack.Add(objects.Global(input.Line(), input.Line())); break;
            case Opcode.StackGlobal:
                var (name, module) = (Pop<string>(), Pop<string>());
                stack.Add(objects.Global(module, name));
                break;
            case Opcode.Reduce or Opcode.NewObj:
                var arguments = Pop<object?[]>();
                stack.Add(objects.Call(Pop<PickleGlobal>(), arguments));
                break;
            case Opcode.Build:
                var state = Pop();
                objects.Build(Peek<object>(), state);
                break;
            case Opcode.BinPersId: stack.Add(objects.Persistent(Pop<object?[]>())); break;
            default: throw input.Bad($"has opcode 0x{(byte)opcode:x2}, which no tensor file needs");
        }
    }

    private void CheckProtocol(byte protocol)
    {
        if (protocol > HighestProtocol) throw input.Bad($"is of protocol {protocol}; protocols up to {HighestProtocol} are known");
    }

    private void PushInteger(int length)
    {
        if (length is < 0 or > MaxIntegerBytes) throw input.Bad($"has an integer of {length} bytes");
        var value = new BigInteger(input.Bytes(length));
        if (value >= long.MinValue && value <= long.MaxValue) stack.Add((long)value);
        else stack.Add(value);
    }

    private void Recall(long key) => stack.Add(memo.TryGetValue(key, out var value) ? value : throw input.Bad($"recalls entry {key}, which it never stored"));

    private int Floor => marks.Count == 0 ? 0 : marks[^1];

    private void PopOne()
    {
        if (stack.Count > Floor) stack.RemoveAt(stack.Count - 1);
        else Items();
    }

    private object?[] Items()
    {
        if (marks.Count == 0) throw input.Bad("closes a group that it never opened");
        var from = marks[^1];
        marks.RemoveAt(marks.Count - 1);
        return Last(stack.Count - from);
    }

    private object?[] Last(int count)
    {
        if (stack.Count - count < Floor) throw input.Bad("takes more values than it has");
        var items = stack.GetRange(stack.Count - count, count).ToArray();
        stack.RemoveRange(stack.Count - count, count);
        return items;
    }

    private object? Pop() => Last(1)[0];

    private T Pop<T>() => Pop() is T value ? value : throw input.Bad($"has another value where it needs a {Name<T>()}");

    private object? Peek() => stack.Count > Floor ? stack[^1] : throw input.Bad("takes more values than it has");

    private T Peek<T>() => Peek() is T value ? value : throw input.Bad($"has another value where it needs a {Name<T>()}");

    private void Extend(object?[] items) => Peek<List<object?>>().AddRange(items);

    private void SetItems(object?[] pairs)
    {
        if (pairs.Length % 2 != 0) throw input.Bad("has a dictionary key without a value");
        if (Peek() is not OrderedDictionary<object, object?> dictionary) throw input.Bad("sets an item of what is no dictionary");
        for (var k = 0; k < pairs.Length; k += 2)
            dictionary[pairs[k] is string or long or double or bool ? pairs[k]! : throw input.Bad("has a dictionary key that is neither text nor number")] = pairs[k + 1];
    }

    private static string Name<T>() => typeof(T) == typeof(PickleGlobal) ? "global" : typeof(T) == typeof(object?[]) ? "tuple" : typeof(T).Name;
}
