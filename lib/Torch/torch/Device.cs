using System.Globalization;
using CnnCourse.Torch;

namespace TorchSharp;

/// <summary>Kinds of device, by libtorch's numbers.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MPS = 13,
    META = 14,
}

public static partial class torch
{
    /// <summary>Where a tensor's memory is: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, <c>meta</c>.</summary>
    public class Device : IEquatable<Device>
    {
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public Device(string deviceType, int index) : this(Parse(deviceType), index)
        {
        }

        /// <exception cref="ArgumentException">The text names no device.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length == 1 ? -1
                : parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var k) ? k
                : throw Unknown(description);
        }

        public DeviceType type { get; }
        public int index { get; }

        internal long Packed => (long)type | ((long)index << 8);

        internal static Device Unpack(long packed) => new((DeviceType)(packed & 0xff), (int)(packed >> 8));

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => type.ToString().ToLowerInvariant() + (index < 0 ? "" : ":" + index.ToString(CultureInfo.InvariantCulture));

        public bool Equals(Device? other) => other is not null && type == other.type && Math.Max(index, 0) == Math.Max(other.index, 0);
        public override bool Equals(object? obj) => Equals(obj as Device);
        public override int GetHashCode() => HashCode.Combine(type, Math.Max(index, 0));

        private static DeviceType Parse(string name) =>
            Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type) && Enum.IsDefined(type) && !char.IsDigit(name[0]) ? type : throw Unknown(name);

        private static ArgumentException Unknown(string text) => new($"'{text}' is no device: use cpu, cuda or cuda:0");
    }

    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device CUDA = new(DeviceType.CUDA);
    public static readonly Device META = new(DeviceType.META);

    public static Device device(string description) => new(description);
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);
    public static Device device(int index) => new(index);

    [ThreadStatic] private static Device? chosenDevice;

    // Each thread has its own, as in PyTorch.
    private static Device defaultDevice => chosenDevice ?? CPU;

    public static Device get_default_device() => defaultDevice;
    public static void set_default_device(Device device) => chosenDevice = device;

    public static bool cuda_is_available() => cuda.is_available();

    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;
        public static int device_count() => Shim.ct_cuda_devices();
        public static void manual_seed(long seed) => torch.manual_seed(seed);
        public static void manual_seed_all(long seed) => torch.manual_seed(seed);

        public static void synchronize(Device? device = null)
        {
            if (is_available()) Shim.Check(Shim.ct_cuda_synchronize(Math.Max(device?.index ?? 0, 0)), "cuda.synchronize");
        }
    }
}
