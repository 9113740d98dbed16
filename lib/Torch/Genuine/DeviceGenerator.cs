using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>The generator that operators draw from on a device when none is given: null where TorchSharp gives no access to it.</summary>
public static class DeviceGenerator
{
    public static Generator? Of(Device device) => device.type == TorchSharp.DeviceType.CPU ? Generator.Default : null;
}
