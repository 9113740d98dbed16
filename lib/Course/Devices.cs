using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>Turns a learner's choice of device into a device.</summary>
public static class Devices
{
    /// <summary>What <see cref="Resolve"/> understands.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "cpu", "cuda"];

    /// <summary>"auto" takes the GPU if there is one; "cpu", "cuda" and "cuda:1" are taken at their word.</summary>
    /// <exception cref="DeviceException">There is no such device here; the message says what there is.</exception>
    public static Device Resolve(string? name)
    {
        var wanted = (name ?? "auto").Trim().ToUpperInvariant();
        if (wanted is "" or "AUTO") return cuda.is_available() ? new Device(DeviceType.CUDA, 0) : CPU;
        if (wanted == "CPU") return CPU;
        if (wanted != "CUDA" && !wanted.StartsWith("CUDA:", StringComparison.Ordinal))
            throw new DeviceException($"there is no device '{name}'; nearest: {string.Join(", ", NearestNames.Of(name!, Names))} (a second GPU is cuda:1)");

        if (!cuda.is_available())
            throw new DeviceException($"the device '{name}' is not here: no GPU that this libtorch can use. Take --device cpu, or see 'course doctor' for why");
        var index = 0;
        if (wanted.Length > 4 && !int.TryParse(wanted[5..], NumberStyles.None, CultureInfo.InvariantCulture, out index))
            throw new DeviceException($"'{name}' is no device: write cuda:0, cuda:1, ...");
        var count = cuda.device_count();
        return index < count ? new Device(DeviceType.CUDA, index)
            : throw new DeviceException($"there is no '{name}': this machine has {count} GPU{(count == 1 ? "" : "s")}, the last is cuda:{count - 1}");
    }
}
