using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(Aten.to.Call(this, Arg.None, Arg.None, device, Arg.None, non_blocking, copy), disposeAfter);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(Aten.to.Call(this, type, Arg.None, Arg.None, Arg.None, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(Aten.to.Call(this, type, Arg.None, device, Arg.None, non_blocking, copy), disposeAfter);

        public Tensor to(Tensor other, bool non_blocking = false) => Aten.to_other.Call(this, other, non_blocking);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        public Tensor type(ScalarType dtype) => to(dtype);
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        public Tensor cpu() => to(CPU);
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA, non_blocking: non_blocking);
        public Tensor mps(bool non_blocking = false) => to(new Device(DeviceType.MPS), non_blocking: non_blocking);

        public Tensor @bool() => to(ScalarType.Bool);
        public Tensor @byte() => to(ScalarType.Byte);
        public Tensor @char() => to(ScalarType.Int8);
        public Tensor @short() => to(ScalarType.Int16);
        public Tensor @int() => to(ScalarType.Int32);
        public Tensor @long() => to(ScalarType.Int64);
        public Tensor half() => to(ScalarType.Float16);
        public Tensor bfloat16() => to(ScalarType.BFloat16);
        public Tensor @float() => to(ScalarType.Float32);
        public Tensor @double() => to(ScalarType.Float64);
        public Tensor cfloat() => to(ScalarType.ComplexFloat32);
        public Tensor cdouble() => to(ScalarType.ComplexFloat64);

        private Tensor Moved(Tensor result, bool disposeAfter)
        {
            if (disposeAfter) Dispose();
            return result;
        }

        // A result that an operator has no dtype argument for.
        private Tensor Cast(ScalarType? type) => type is { } t && t != dtype ? to(t, disposeAfter: true) : this;

        private static (Tensor, Tensor) Cast((Tensor first, Tensor second) pair, ScalarType? type) =>
            (pair.first.Cast(type), pair.second.Cast(type));
    }
}
