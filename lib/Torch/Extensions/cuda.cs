using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    // PyTorch's queries of a GPU's memory, in bytes. They need a libtorch with CUDA and say so where it has none.
    public static partial class cuda
    {
        private enum Action
        {
            Read,
            EmptyCache,
            ResetPeaks,
        }

        /// <summary>Memory that tensors hold.</summary>
        public static long memory_allocated(Device? device = null) => Memory(device, Action.Read).Allocated;

        /// <summary>The most that tensors have held since the start or <see cref="reset_peak_memory_stats"/>.</summary>
        public static long max_memory_allocated(Device? device = null) => Memory(device, Action.Read).AllocatedPeak;

        /// <summary>Memory that the caching allocator holds, in use or not.</summary>
        public static long memory_reserved(Device? device = null) => Memory(device, Action.Read).Reserved;

        public static long max_memory_reserved(Device? device = null) => Memory(device, Action.Read).ReservedPeak;

        public static void reset_peak_memory_stats(Device? device = null) => Memory(device, Action.ResetPeaks);

        /// <summary>Gives unused memory back to the driver; nothing happens without a GPU.</summary>
        public static void empty_cache()
        {
            if (is_available()) Memory(null, Action.EmptyCache);
        }

        private static unsafe (long Allocated, long AllocatedPeak, long Reserved, long ReservedPeak) Memory(Device? device, Action action)
        {
            var bytes = stackalloc long[4];
            Shim.Check(Shim.ct_cuda_memory(Math.Max(device?.index ?? 0, 0), (int)action, bytes), "cuda memory");
            return (bytes[0], bytes[1], bytes[2], bytes[3]);
        }
    }
}
