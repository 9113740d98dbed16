using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>Writes plain values and tensors as a pickle of protocol 2; the storages that it refers to are collected.</summary>
internal sealed class Pickler(bool legacy)
{
    private const int MaxDepth = 200;

    private readonly List<byte> pickle = [];
    private readonly Dictionary<(nint Address, ScalarType Type), int> keys = [];
    private readonly List<(Tensor Owner, Dtype Dtype)> storages = [];

    /// <summary>One tensor for each storage, in the order of their keys; its whole storage is to be written.</summary>
    internal IReadOnlyList<(Tensor Owner, Dtype Dtype)> Storages => storages;

    internal void Write(object? value)
    {
        Put(Opcode.Proto);
        pickle.Add(2);
        Value(value, 0);
        Put(Opcode.Stop);
    }

    internal byte[] ToArray() => pickle.ToArray();

    private void Value(object? value, int depth)
    {
        if (depth > MaxDepth) throw new ArgumentException($"the value nests more than {MaxDepth} deep, or contains itself");
        switch (value)
        {
            case null: Put(Opcode.None); break;
            case bool b: Put(b ? Opcode.NewTrue : Opcode.NewFalse); break;
            case string text: Text(text); break;
            case Tensor tensor: WriteTensor(tensor); break;
            case float or double or Half: Double(Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case byte or sbyte or short or ushort or int or uint or long: Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ulong or BigInteger: Integer(value is ulong u ? u : (BigInteger)value); break;
            case byte[] bytes: Call("_codecs", "encode", Encoding.Latin1.GetString(bytes), "latin1"); break;
            case long[] size: Call("torch", "Size", (object)size.Cast<object?>().ToArray()); break;
            case ScalarType type: Global("torch", Dtype.Of(type).Python); break;
            case Device device: Call("torch", "device", device.ToString()); break;
            case IDictionary dictionary: Dictionary(dictionary, depth); break;
            case Array tuple: Tuple(tuple, depth); break;
            case IList list: Items(list, depth); break;
            default: throw new ArgumentException($"a {value.GetType().Name} cannot be saved: use tensors, numbers, texts, lists, arrays and dictionaries");
        }
    }

    private void Dictionary(IDictionary dictionary, int depth)
    {
        Put(Opcode.EmptyDict);
        Put(Opcode.Mark);
        foreach (DictionaryEntry item in dictionary)
        {
            if (item.Key is not (string or int or long or double or bool)) throw new ArgumentException($"a dictionary key of type {item.Key.GetType().Name} cannot be saved");
            Value(item.Key, depth + 1);
            Value(item.Value, depth + 1);
        }
        Put(Opcode.SetItems);
    }

    private void Items(IList list, int depth)
    {
        Put(Opcode.EmptyList);
        Put(Opcode.Mark);
        foreach (var item in list) Value(item, depth + 1);
        Put(Opcode.Appends);
    }

    private void Tuple(IEnumerable items, int depth)
    {
        Put(Opcode.Mark);
        foreach (var item in items) Value(item, depth + 1);
        Put(Opcode.Tuple);
    }

    // torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)
    private void WriteTensor(Tensor tensor)
    {
        var host = TensorMemory.OnHost(tensor, inOrder: false);
        var (address, bytes, offset) = TensorMemory.Storage(host);
        var dtype = Dtype.Of(host.dtype);
        Global("torch._utils", "_rebuild_tensor_v2");
        Put(Opcode.Mark);
        Storage(host, dtype, address, bytes);
        Integer(offset);
        Tuple(host.shape, 0);
        Tuple(host.stride(), 0);
        Put(tensor.requires_grad && tensor.is_leaf ? Opcode.NewTrue : Opcode.NewFalse);
        Call("collections", "OrderedDict");
        Put(Opcode.Tuple);
        Put(Opcode.Reduce);
    }

    private void Storage(Tensor host, Dtype dtype, nint address, long bytes)
    {
        var known = keys.TryGetValue((address, dtype.Type), out var key) && address != 0;
        if (!known)
        {
            keys[(address, dtype.Type)] = key = storages.Count;
            storages.Add((host, dtype));
        }
        Put(Opcode.Mark);
        Text("storage");
        Global("torch", dtype.Storage);
        Text(key.ToString(CultureInfo.InvariantCulture));
        Text("cpu");
        Integer(bytes / dtype.Size);
        if (legacy) Put(Opcode.None);   // no view metadata
        Put(Opcode.Tuple);
        Put(Opcode.BinPersId);
    }

    private void Call(string module, string name, params object?[] arguments)
    {
        Global(module, name);
        Tuple(arguments, 0);
        Put(Opcode.Reduce);
    }

    private void Global(string module, string name)
    {
        Put(Opcode.Global);
        pickle.AddRange(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));
    }

    private void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Put(Opcode.BinUnicode);
        Int32(bytes.Length);
        pickle.AddRange(bytes);
    }

    private void Integer(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
        {
            Put(Opcode.BinInt);
            Int32((int)value);
            return;
        }
        var bytes = value.ToByteArray();
        if (bytes.Length > byte.MaxValue) throw new ArgumentException($"an integer of {bytes.Length} bytes cannot be saved");
        Put(Opcode.Long1);
        pickle.Add((byte)bytes.Length);
        pickle.AddRange(bytes);
    }

    private void Double(double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        Put(Opcode.BinFloat);
        pickle.AddRange(bytes);
    }

    private void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        pickle.AddRange(bytes);
    }

    private void Put(Opcode opcode) => pickle.Add((byte)opcode);
}
