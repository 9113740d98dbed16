using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>While it lives, gradients are recorded or not; the former state comes back at Dispose.</summary>
    public sealed class AutoGradMode : IDisposable
    {
        private readonly bool before = IsEnabled;

        public AutoGradMode(bool enabled) => IsEnabled = enabled;

        public static bool IsEnabled
        {
            get => Shim.ct_grad_mode() != 0;
            private set => Shim.ct_set_grad_mode(value ? 1 : 0);
        }

        public void Dispose() => IsEnabled = before;
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = Shim.ct_inference_begin(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0) Shim.ct_inference_end(guard);
            guard = 0;
        }
    }

    public static IDisposable no_grad() => new AutoGradMode(false);
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);
    public static bool is_inference_mode_enabled() => Shim.ct_inference_mode() != 0;

    public static partial class autograd
    {
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        internal static Exception? HookFailure;   // hooks of CUDA tensors run on the device's own thread

        /// <summary>Gradients of the outputs' sum with respect to the inputs, without touching <c>.grad</c>.</summary>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var results = new nint[inputs.Count];
            nint[] o = Handles(outputs), i = Handles(inputs), g = Handles(grad_outputs ?? []);
            fixed (nint* po = o, pi = i, pg = g, pr = results)
                Check(Shim.ct_grad(po, g.Length == 0 ? null : pg, o.Length, pi, i.Length,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, pr), "autograd.grad");
            KeepAlive(outputs, inputs, grad_outputs);
            return results.Select(h => h == 0 ? null! : new Tensor(h)).ToList();
        }

        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (inputs is { Count: > 0 })
            {
                var gradients = grad(tensors, inputs, grad_tensors, retain_graph ?? create_graph, create_graph, allow_unused: true);
                for (var k = 0; k < inputs.Count; k++) Accumulate(inputs[k], gradients[k]);
                return;
            }
            Interrupt.ThrowIfRequested();
            nint[] t = Handles(tensors), g = Handles(grad_tensors ?? []);
            fixed (nint* pt = t, pg = g)
                Check(Shim.ct_backward(pt, g.Length == 0 ? null : pg, t.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0), "backward");
            KeepAlive(tensors, grad_tensors);
        }

        internal static void Accumulate(Tensor input, Tensor? gradient)
        {
            if (gradient is null) return;
            var sum = input.grad is { } before ? before + gradient : gradient;
            input.grad = sum;
        }

        private static nint[] Handles(IList<Tensor> tensors)
        {
            var handles = new nint[tensors.Count];
            for (var k = 0; k < handles.Length; k++) handles[k] = tensors[k].Handle;
            return handles;
        }

        private static void KeepAlive(params IList<Tensor>?[] lists)
        {
            foreach (var list in lists) GC.KeepAlive(list);
        }

        // What C# code threw during the backward pass comes before what libtorch says of it.
        private static void Check(nint error, string what)
        {
            if (Interlocked.Exchange(ref HookFailure, null) is { } failure)
            {
                Shim.ct_free(error);
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }
            Shim.Check(error, what);
        }
    }
}
