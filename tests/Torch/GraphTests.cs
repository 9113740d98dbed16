using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests;

/// <summary>CUDA graphs: where there is no GPU they say what to do; where there is one a replay equals the recorded work.</summary>
public sealed class GraphTests
{
    [Fact]
    public void Without_a_gpu_the_error_says_what_to_do()
    {
        if (cuda.is_available()) return;
        var error = Assert.Throws<NotSupportedException>(() => new cuda.CUDAGraph());
        Assert.Contains("torch.cuda.is_available()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shim_without_the_headers_says_what_to_install()
    {
        if (cuda.is_available()) return;
        nint graph = 0;
        var error = Assert.Throws<TorchException>(() => Shim.Check(Shim.ct_cuda_graph(0, ref graph, 0), "CUDAGraph"));
        Assert.Contains("pip install nvidia-cuda-runtime, or set CUDA_HOME", error.Message, StringComparison.Ordinal);
    }
}
