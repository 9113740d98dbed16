using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests;

public class SwitchTests
{
    [Fact]
    public void Switches_begin_as_in_Python_and_keep_what_they_are_set_to()
    {
        var python = Reference.Run("""
            b = torch.backends
            print(json.dumps([b.cudnn.benchmark, b.cudnn.deterministic, b.cuda.matmul.allow_fp16_reduced_precision_reduction]))
            """);
        bool[] ours = [backends.cudnn.benchmark, backends.cudnn.deterministic, backends.cuda.matmul.allow_fp16_reduced_precision_reduction];
        Assert.Equal(python.EnumerateArray().Select(value => value.GetBoolean()), ours);
        backends.cudnn.benchmark = !ours[0];
        Assert.Equal(!ours[0], backends.cudnn.benchmark);
        backends.cudnn.benchmark = ours[0];
        backends.cuda.enable_math_sdp(false);
        Assert.False(backends.cuda.math_sdp_enabled());
        backends.cuda.enable_math_sdp(true);
        Assert.True(backends.cuda.math_sdp_enabled());
    }

    [Fact]
    public void Memory_of_a_missing_gpu_is_asked_for_in_vain()
    {
        if (cuda.is_available()) Assert.True(cuda.memory_reserved() >= cuda.memory_allocated());
        else Assert.Contains("CUDA", Assert.Throws<TorchException>(() => cuda.memory_allocated()).Message, StringComparison.Ordinal);
    }
}
