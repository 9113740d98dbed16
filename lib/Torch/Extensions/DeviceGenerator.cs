using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>The generator that operators draw from on a device when none is given. TorchSharp knows the CPU's only.</summary>
public static class DeviceGenerator
{
    public static Generator? Of(Device device) => device.type == TorchSharp.DeviceType.CPU ? Generator.Default : new Generator(device, fresh: false);
}
