using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Convert(dtype, device, non_blocking);

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Convert(null, new Device(deviceType, deviceIndex), non_blocking);

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Convert(dtype, null, non_blocking);

            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            private Module Convert(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is { } type && !type.IsFloatingPoint() && !type.IsComplex())
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={type}");
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            /// <summary>Converts everything below this module, then its own parameters and buffers, which stay the same objects.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null) child._to(dtype!.Value, non_blocking);
                    else if (dtype is null) child._to(device.type, device.index, non_blocking);
                    else child._to(device, dtype.Value, non_blocking);
                }
                using var guard = no_grad();
                foreach (var (_, parameter) in _internal_params)
                {
                    Move(parameter, dtype, device, non_blocking);
                    using var grad = parameter.grad;
                    if (grad is not null) Move(grad, dtype, device, non_blocking);
                }
                foreach (var (_, (buffer, _)) in _internal_buffers) Move(buffer, dtype, device, non_blocking);
            }

            private static void Move(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var from = tensor.dtype;
                var type = from.IsFloatingPoint() || from.IsComplex() ? dtype : null;
                using var moved = Aten.to.Call(tensor, type, Arg.None, device, Arg.None, non_blocking);
                if (moved.Handle != tensor.Handle) tensor.SetData(moved);
            }
        }
    }
}
