using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    // Switches under PyTorch's names. TorchSharp has those of backends.cuda, and lacks those of cudnn and mkldnn.
    public static partial class backends
    {
        public static partial class cuda
        {
            public static partial class matmul
            {
                /// <summary>Whether cuBLAS may add up half precision products in half precision.</summary>
                public static bool allow_fp16_reduced_precision_reduction
                {
                    get => ContextFlag.Fp16Reduction.IsOn();
                    set => ContextFlag.Fp16Reduction.Set(value);
                }
            }

            public static bool flash_sdp_enabled() => ContextFlag.FlashAttention.IsOn();
            public static void enable_flash_sdp(bool enable) => ContextFlag.FlashAttention.Set(enable);
            public static bool math_sdp_enabled() => ContextFlag.MathAttention.IsOn();
            public static void enable_math_sdp(bool enable) => ContextFlag.MathAttention.Set(enable);
        }

        public static partial class cudnn
        {
            /// <summary>Whether cuDNN times its algorithms at each new shape and keeps the fastest.</summary>
            public static bool benchmark
            {
                get => ContextFlag.CudnnBenchmark.IsOn();
                set => ContextFlag.CudnnBenchmark.Set(value);
            }

            /// <summary>Whether cuDNN takes only algorithms that give the same numbers every time.</summary>
            public static bool deterministic
            {
                get => ContextFlag.CudnnDeterministic.IsOn();
                set => ContextFlag.CudnnDeterministic.Set(value);
            }
        }

        public static class mkldnn
        {
            /// <summary>Whether oneDNN's kernels are used on the CPU.</summary>
            public static bool enabled
            {
                get => ContextFlag.Mkldnn.IsOn();
                set => ContextFlag.Mkldnn.Set(value);
            }
        }
    }
}
