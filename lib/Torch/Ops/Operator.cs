using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>
/// One operator of the PyTorch dispatcher, found by name at its first call. The only call site of libtorch's
/// kernels: argument lifetime, error text and shape report live here.
/// </summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int MaxSlots = 24;
    private const int BufferLength = 64;

    private nint handle;

    internal string Name { get; } = name.Contains("::", StringComparison.Ordinal) ? name : "aten::" + name;

    internal string Schema => Shim.Take(Shim.ct_schema(Handle));

    private nint Handle => handle != 0 ? handle : Find();

    private nint Find()
    {
        Shim.Check(Shim.ct_find(Name, overload, out handle), Name);
        return handle;
    }

    /// <summary>Runs the operator for its first result, a tensor.</summary>
    [SkipLocalsInit]
    internal Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        Invoke(args, slots);
        return ToTensor(slots[0])!;
    }

    /// <summary>Runs an operator that changes its first argument, and returns that argument.</summary>
    internal Tensor Mutate(params ReadOnlySpan<Arg> args)
    {
        Run(args);
        return (Tensor)args[0].Object!;
    }

    [SkipLocalsInit]
    internal (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        Invoke(args, slots);
        return (ToTensor(slots[0])!, ToTensor(slots[1])!);
    }

    [SkipLocalsInit]
    internal (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        Invoke(args, slots);
        return (ToTensor(slots[0])!, ToTensor(slots[1])!, ToTensor(slots[2])!);
    }

    [SkipLocalsInit]
    internal Tensor?[] CallMany(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        var results = new Tensor?[Invoke(args, slots)];
        for (var k = 0; k < results.Length; k++) results[k] = ToTensor(slots[k]);
        return results;
    }

    /// <summary>Runs an operator whose result is a list of tensors.</summary>
    [SkipLocalsInit]
    internal Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        Invoke(args, slots);
        var items = new ReadOnlySpan<nint>((void*)slots[0].Pointer, slots[0].Count);
        var list = new Tensor[items.Length];
        for (var k = 0; k < items.Length; k++) list[k] = new Tensor(items[k]);
        Shim.ct_free(slots[0].Pointer);
        return list;
    }

    [SkipLocalsInit]
    internal long CallInt(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        Invoke(args, slots);
        return slots[0].Int;
    }

    [SkipLocalsInit]
    internal double CallDouble(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        Invoke(args, slots);
        return slots[0].Tag == Tag.Double ? slots[0].Double : slots[0].Int;
    }

    internal bool CallBool(params ReadOnlySpan<Arg> args) => CallInt(args) != 0;

    /// <summary>Runs the operator for its effect; results are released.</summary>
    [SkipLocalsInit]
    internal void Run(params ReadOnlySpan<Arg> args)
    {
        Span<Slot> slots = stackalloc Slot[MaxSlots];
        var count = Invoke(args, slots);
        for (var k = 0; k < count; k++)
            if (slots[k].Tag == Tag.Tensor && slots[k].Pointer != 0) Shim.ct_release(slots[k].Pointer);
            else if (slots[k].Tag is Tag.TensorList) throw new InvalidOperationException($"{Name} returns a list; use CallList");
    }

    private static Tensor? ToTensor(in Slot slot) => slot.Tag == Tag.Tensor && slot.Pointer != 0 ? new Tensor(slot.Pointer, slot.Count) : null;

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Arg> args, Span<Slot> slots)
    {
        Interrupt.ThrowIfRequested();
        var op = Handle;
        Span<long> buffer = stackalloc long[BufferLength];
        List<nint>? overflow = null;
        var used = 0;
        int results;
        nint error;
        fixed (Slot* first = slots)
        {
            for (var k = 0; k < args.Length; k++)
            {
                ref readonly var arg = ref args[k];
                first[k] = new Slot { Tag = arg.Tag, Int = arg.Bits };
                if (arg.Tag is >= Tag.IntList and <= Tag.String or Tag.Complex) Store(arg, ref first[k], buffer, ref used, ref overflow);
            }
            error = Shim.ct_call(op, first, args.Length, slots.Length, &results);
        }
        if (overflow is not null) foreach (var memory in overflow) NativeMemory.Free((void*)memory);
        foreach (ref readonly var arg in args) GC.KeepAlive(arg.Object);
        if (error != 0) throw TorchException.From($"{Describe()}({Join(args)})", Shim.Take(error));
        return results;
    }

    // Lists are copied to the caller's stack where they fit, else to native memory that lives for the call.
    private static void Store(in Arg arg, ref Slot slot, Span<long> buffer, ref int used, ref List<nint>? overflow)
    {
        var length = arg.Object switch { Array a => a.Length, string s => Encoding.UTF8.GetByteCount(s), _ => 2 };
        var words = arg.Tag is Tag.String or Tag.BoolList ? length / 8 + 1 : length;
        Span<long> place;
        if (used + words <= buffer.Length)
        {
            place = buffer.Slice(used, words);
            used += words;
        }
        else
        {
            var memory = (nint)NativeMemory.Alloc((nuint)words, sizeof(long));
            (overflow ??= []).Add(memory);
            place = new Span<long>((void*)memory, words);
        }
        switch (arg.Object)
        {
            case long[] items: items.CopyTo(place); break;
            case double[] items: items.CopyTo(MemoryMarshal.Cast<long, double>(place)); break;
            case bool[] items: MemoryMarshal.AsBytes<bool>(items).CopyTo(MemoryMarshal.AsBytes(place)); break;
            case string text: Encoding.UTF8.GetBytes(text, MemoryMarshal.AsBytes(place)); break;
            case Tensor?[] items:
                for (var k = 0; k < items.Length; k++) place[k] = items[k] is { } t ? t.Handle : 0;
                break;
            case System.Numerics.Complex c:
                (place[0], place[1]) = (BitConverter.DoubleToInt64Bits(c.Real), BitConverter.DoubleToInt64Bits(c.Imaginary));
                break;
        }
        slot.Count = length;
        slot.Pointer = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(place));
    }

    private string Describe() => Name.StartsWith("aten::", StringComparison.Ordinal) ? Name[6..] : Name;

    private static string Join(ReadOnlySpan<Arg> args) => string.Join(", ", args.ToArray());
}
