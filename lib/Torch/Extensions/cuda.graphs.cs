using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    // PyTorch's CUDA graphs, which TorchSharp lacks: kernels recorded once and started again with one call.
    public static partial class cuda
    {
        /// <summary>Records what this thread starts on the GPU, into a graph, until it is disposed. Nothing runs meanwhile.</summary>
        /// <param name="cuda_graph">The graph that takes it.</param>
        /// <param name="pool">Another graph whose memory this one shares; the two must then run one after the other.</param>
        /// <exception cref="NotSupportedException">There is no GPU, or the CUDA headers were missing when the shim was compiled.</exception>
        public static IDisposable graph(CUDAGraph cuda_graph, CUDAGraph? pool = null) => new Capture(cuda_graph, pool);

        /// <summary>Work for a GPU that was recorded once. Its tensors keep their places: fill the inputs in place, replay, read the outputs.</summary>
        public sealed class CUDAGraph : IDisposable
        {
            private enum Act
            {
                Make, Begin, End, Replay, Reset, Delete,
            }

            private nint handle;

            /// <exception cref="NotSupportedException">There is no GPU, or the CUDA headers were missing when the shim was compiled.</exception>
            public CUDAGraph()
            {
                if (!is_available()) throw new NotSupportedException("CUDA graphs need a GPU: run without a graph where torch.cuda.is_available() is false.");
                try
                {
                    Do(Act.Make);
                }
                catch (TorchException e)
                {
                    throw new NotSupportedException(e.Message, e);
                }
            }

            /// <summary>Begins to record this thread's work on the current stream, which must not be the default one: <see cref="graph"/> sees to that.</summary>
            public void capture_begin(CUDAGraph? pool = null) => Do(Act.Begin, pool);

            public void capture_end() => Do(Act.End);
            public void replay() => Do(Act.Replay);

            /// <summary>Forgets what was recorded.</summary>
            public void reset() => Do(Act.Reset);

            public void Dispose()
            {
                if (handle == 0) return;
                Do(Act.Delete);
                handle = 0;
            }

            private void Do(Act act, CUDAGraph? other = null)
            {
                ObjectDisposedException.ThrowIf(handle == 0 && act != Act.Make, this);
                Shim.Check(Shim.ct_cuda_graph((int)act, ref handle, other?.handle ?? 0), "CUDAGraph");
            }
        }

        private sealed class Capture : IDisposable
        {
            private readonly CUDAGraph graph;
            private long stream;   // that was current before

            internal Capture(CUDAGraph graph, CUDAGraph? pool)
            {
                this.graph = graph;
                synchronize();
                empty_cache();
                Shim.Check(Shim.ct_cuda_stream(0, 1, ref stream), "cuda.graph");
                try
                {
                    graph.capture_begin(pool);
                }
                catch
                {
                    Restore();
                    throw;
                }
            }

            public void Dispose()
            {
                try
                {
                    graph.capture_end();
                }
                finally
                {
                    Restore();
                }
            }

            private void Restore() => Shim.Check(Shim.ct_cuda_stream(0, 0, ref stream), "cuda.graph");
        }
    }
}
