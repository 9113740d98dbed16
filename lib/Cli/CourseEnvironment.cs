namespace CnnCourse.Cli;

/// <summary>Hands the user's choice of device and profile to the notebooks.</summary>
internal static class CourseEnvironment
{
    /// <exception cref="ArgumentException">No such device, or it is not to be had here.</exception>
    public static void Set(string device, bool full)
    {
        TorchSharp.torch.Device resolved;
        try
        {
            resolved = Devices.Resolve(device);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new UserError(e.Message);
        }
        IsCuda = resolved.type == TorchSharp.DeviceType.CUDA;
        Environment.SetEnvironmentVariable("COURSE_DEVICE", resolved.ToString());
        Environment.SetEnvironmentVariable("COURSE_PROFILE", full ? "full" : "quick");
    }

    public static bool IsCuda { get; private set; }
}
