namespace CnnCourse.Torch;

/// <summary>Switches of libtorch's context; the numbers of Native/shim.cpp.</summary>
internal enum ContextFlag
{
    CudnnBenchmark, CudnnDeterministic, CudnnTf32, MatmulTf32, DeterministicAlgorithms, Mkldnn, Fp16Reduction, FlashAttention, MathAttention,
}

internal static class ContextFlags
{
    internal static bool IsOn(this ContextFlag which) => Shim.ct_flag((int)which, -1) != 0;
    internal static void Set(this ContextFlag which, bool on) => _ = Shim.ct_flag((int)which, on ? 1 : 0);
}
