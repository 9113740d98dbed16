using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>What a slot holds; the numbers of Native/shim.h.</summary>
internal enum Tag
{
    None, Tensor, Int, Double, Bool, IntList, DoubleList, BoolList, TensorList, OptTensorList, String, Device, Generator, Complex, Default,
}

/// <summary>One argument or result on its way across the C boundary.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Slot
{
    [FieldOffset(0)] internal Tag Tag;
    [FieldOffset(4)] internal int Count;
    [FieldOffset(8)] internal long Int;
    [FieldOffset(8)] internal double Double;
    [FieldOffset(8)] internal nint Pointer;
}

/// <summary>What libtorch says of a tensor; the layout of Native/shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TensorInfo
{
    internal long Dim, Numel, ElementSize;
    internal int Dtype, DeviceType, DeviceIndex, Layout, RequiresGrad, IsLeaf, IsContiguous;
}
