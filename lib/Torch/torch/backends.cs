using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device MPS = new(DeviceType.MPS);

    public static bool mps_is_available() => false;

    public static bool TryInitializeDeviceType(DeviceType deviceType) =>
        deviceType is DeviceType.CPU or DeviceType.META || deviceType == DeviceType.CUDA && cuda.is_available();

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType)) throw new InvalidOperationException($"libtorch {__version__} finds no device of type {deviceType}");
    }

    public static Device InitializeDevice(Device? device)
    {
        device ??= defaultDevice;
        InitializeDeviceType(device.type);
        return device;
    }

    public static partial class cuda
    {
        public static bool is_cudnn_available() => is_available() && CnnCourse.Torch.Runtime.BuildConfiguration.Contains("CuDNN", StringComparison.OrdinalIgnoreCase);
    }

    public static partial class backends
    {
        public static partial class cuda
        {
            public static partial class matmul
            {
                public static bool allow_tf32
                {
                    get => Shim.ct_flag(3, -1) != 0;
                    set => _ = Shim.ct_flag(3, value ? 1 : 0);
                }
            }
        }

        public static partial class cudnn
        {
            public static bool allow_tf32
            {
                get => Shim.ct_flag(2, -1) != 0;
                set => _ = Shim.ct_flag(2, value ? 1 : 0);
            }
        }
    }
}
