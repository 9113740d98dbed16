using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests;

public class DeviceTests
{
    [Fact]
    public void The_processor_is_always_there() => Assert.Equal(DeviceType.CPU, Devices.Resolve("cpu").type);

    [Fact]
    public void Auto_takes_the_gpu_where_there_is_one() =>
        Assert.Equal(cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU, Devices.Resolve("auto").type);

    [Theory]
    [InlineData("gpu", "nearest: ")]
    [InlineData("cdua", "nearest: cuda")]
    [InlineData("cuda:99", "'cuda:99'")]
    [InlineData("cuda:x", "'cuda:x'")]
    public void A_device_that_is_not_here_gives_one_clear_line(string name, string said)
    {
        var error = Assert.Throws<DeviceException>(() => Devices.Resolve(name));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void The_profile_comes_from_the_environment()
    {
        var before = (Environment.GetEnvironmentVariable("COURSE_PROFILE"), Environment.GetEnvironmentVariable("COURSE_DEVICE"));
        try
        {
            Environment.SetEnvironmentVariable("COURSE_DEVICE", "cpu");
            Environment.SetEnvironmentVariable("COURSE_PROFILE", "full");
            Assert.Equal(90, Profile.Current.Pick(3, 90));
            Environment.SetEnvironmentVariable("COURSE_PROFILE", null);
            Assert.Equal(3, Profile.Current.Pick(3, 90));
            Environment.SetEnvironmentVariable("COURSE_PROFILE", "fast");
            Assert.Contains("nearest: full", Assert.Throws<UnknownNameException>(() => Profile.Current).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("COURSE_PROFILE", before.Item1);
            Environment.SetEnvironmentVariable("COURSE_DEVICE", before.Item2);
        }
    }
}
