using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Mixed precision under PyTorch's names; TorchSharp has no such members.</summary>
    public static partial class amp
    {
        public static autocast autocast(DeviceType device_type, ScalarType? dtype = null, bool enabled = true) => new(device_type, dtype, enabled);
    }

    /// <summary>While it lives, this thread's matrix products and convolutions on a device run in a narrower dtype; by default float16 on CUDA, bfloat16 on the CPU.</summary>
    public sealed class autocast : IDisposable
    {
        private readonly DeviceType device;
        private readonly bool before;
        private readonly ScalarType dtypeBefore;
        private bool disposed;

        public autocast(DeviceType device_type, ScalarType? dtype = null, bool enabled = true)
        {
            var type = dtype ?? (device_type == DeviceType.CUDA ? ScalarType.Float16 : ScalarType.BFloat16);
            if (enabled && !(type == ScalarType.BFloat16 || (type == ScalarType.Float16 && device_type == DeviceType.CUDA)))
                throw new ArgumentException($"autocast on {device_type} cannot run in {type}: use BFloat16{(device_type == DeviceType.CUDA ? " or Float16" : "")}.", nameof(dtype));
            device = device_type;
            (before, dtypeBefore) = (IsEnabled(device, out var was), was);
            Shim.ct_set_autocast((int)device, enabled ? 1 : 0, (int)type);
            Shim.ct_autocast_nest(1);
        }

        public static bool IsEnabled(DeviceType device) => IsEnabled(device, out _);

        private static bool IsEnabled(DeviceType device, out ScalarType dtype)
        {
            var enabled = Shim.ct_autocast((int)device, out var code) != 0;
            dtype = (ScalarType)code;
            return enabled;
        }

        public void Dispose()
        {
            if (disposed) return;
            disposed = true;
            Shim.ct_autocast_nest(-1);
            Shim.ct_set_autocast((int)device, before ? 1 : 0, (int)dtypeBefore);
        }
    }

    public static bool is_autocast_enabled(DeviceType device_type = DeviceType.CUDA) => TorchSharp.torch.autocast.IsEnabled(device_type);
}
