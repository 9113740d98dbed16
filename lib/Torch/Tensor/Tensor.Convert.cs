using System.Runtime.InteropServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(Aten.to.Call(this, Arg.None, Arg.None, device, Arg.None, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(Aten.to.Call(this, type, Arg.None, Arg.None, Arg.None, non_blocking, copy), disposeAfter);

        private Tensor Moved(Tensor result, bool disposeAfter)
        {
            if (disposeAfter) Dispose();
            return result;
        }

        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new InvalidOperationException($"item() takes a tensor of one element, not shape [{string.Join(", ", shape)}]");
            using var here = to(CPU);
            return MemoryMarshal.Cast<byte, T>(here.dtype == TypeOf<T>()
                ? here.RawBytes
                : throw new ArgumentException($"the tensor holds {here.dtype}, not {typeof(T).Name}"))[0];
        }

        public static Tensor operator +(Tensor left, Tensor right) => Aten.add.Call(left, right);
        public Tensor sum() => Aten.sum.Call(this);
    }
}
