using System.Runtime.InteropServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward pass of a <see cref="Function{T}"/> leaves for its backward pass.</summary>
        public class AutogradContext : IDisposable
        {
            private enum Kind
            {
                Differentiable, NotDifferentiable, ChangedInPlace,
            }

            private readonly string name;
            private readonly Func<AutogradContext, List<Tensor>, List<Tensor>> backward;
            private readonly bool[] isTensor;
            private readonly Dictionary<string, object> data = [];
            private List<Tensor> saved = [];
            private List<Tensor> dirty = [];
            private List<Tensor> notDifferentiable = [];
            private int savedCount;
            private nint node;   // while its backward pass runs

            internal AutogradContext(string name, Func<AutogradContext, List<Tensor>, List<Tensor>> backward, bool[] isTensor) =>
                (this.name, this.backward, this.isTensor) = (name, backward, isTensor);

            /// <summary>Keeps inputs or results for the backward pass; call it once, in forward.</summary>
            public void save_for_backward(List<Tensor> tensors) => saved = tensors;

            /// <summary>Keeps what is no tensor.</summary>
            public void save_data(string key, object value) => data[key] = value;

            public object? get_data(string key) => data.GetValueOrDefault(key);

            /// <summary>Names the inputs that forward changes in place and returns.</summary>
            public void mark_dirty(List<Tensor> tensors) => dirty = [.. tensors];

            public void mark_non_differentiable(List<Tensor> tensors) => notDifferentiable = [.. tensors];

            /// <summary>Whether backward gets zeros, as at first, or null for a result that nothing depends on.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public bool MaterializeGrads { get; private set; } = true;

            /// <exception cref="TorchException">The graph was freed, or a saved tensor was changed in place since.</exception>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (node == 0) return [.. saved];
                var handles = new nint[savedCount];
                fixed (nint* first = handles) Shim.Check(Shim.ct_function_saved(node, first), name);
                return [.. handles.Select(handle => handle == 0 ? null! : new Tensor(handle))];
            }

            // An input handed back unchanged becomes a view, since one tensor cannot have two places in the graph.
            internal List<Tensor> Separate(List<Tensor> outputs, List<Tensor> inputs) =>
                outputs.ConvertAll(output => !Holds(dirty, output) && Holds(inputs, output) ? output.view_as(output) : output);

            internal unsafe void Record(List<Tensor> inputs, List<Tensor> outputs)
            {
                nint[] i = Handles(inputs), o = Handles(outputs), s = saved.ConvertAll(t => t is null || t.IsInvalid ? 0 : t.Handle).ToArray();
                var kinds = outputs.ConvertAll(t => (int)(Holds(dirty, t) ? Kind.ChangedInPlace
                    : Holds(notDifferentiable, t) || !(t.is_floating_point() || t.is_complex()) ? Kind.NotDifferentiable : Kind.Differentiable)).ToArray();
                savedCount = s.Length;
                var self = GCHandle.Alloc(this);
                fixed (nint* pi = i, po = o, ps = s)
                fixed (int* pk = kinds)
                    Shim.Check(Shim.ct_function(name, GCHandle.ToIntPtr(self), &OnBackward, &OnForget, MaterializeGrads ? 1 : 0,
                        pi, i.Length, po, pk, o.Length, ps, s.Length), name);
                KeepAlive(inputs, outputs, saved);
                (saved, dirty, notDifferentiable) = ([], [], []);
            }

            private static bool Holds(List<Tensor> list, Tensor tensor) => list.Exists(t => t is not null && t.Handle == tensor.Handle);

            // One gradient for each argument that is a tensor.
            private List<Tensor?> Gradients(List<Tensor> results)
            {
                if (results.Count < isTensor.Length || results.Skip(isTensor.Length).Any(t => t is not null))
                    throw new InvalidOperationException($"{name}.backward returned {results.Count} gradients for {isTensor.Length} arguments.");
                for (var k = 0; k < isTensor.Length; k++)
                    if (!isTensor[k] && results[k] is not null) throw new InvalidOperationException($"{name}.backward returned a gradient for argument {k}, which is no tensor.");
                return [.. results.Where((_, k) => k < isTensor.Length && isTensor[k])];
            }

            [UnmanagedCallersOnly]
            private static unsafe int OnBackward(long context, nint node, nint* grads, int count, nint* results, int inputs)
            {
                var self = (AutogradContext)GCHandle.FromIntPtr((nint)context).Target!;
                try
                {
                    using var scope = NewDisposeScope();
                    var given = new List<Tensor>();
                    for (var k = 0; k < count; k++)
                    {
                        if (grads[k] != 0) Shim.ct_retain(grads[k]);
                        given.Add(grads[k] == 0 ? null! : new Tensor(grads[k]));
                    }
                    self.node = node;
                    var found = self.Gradients(self.backward(self, given));
                    for (var k = 0; k < inputs; k++)
                    {
                        if (found[k] is not { } gradient) continue;
                        Shim.ct_retain(gradient.Handle);
                        results[k] = gradient.Handle;
                    }
                    return 0;
                }
                catch (Exception e)
                {
                    HookFailure = e;   // thrown again once the native backward pass has returned
                    return 1;
                }
                finally
                {
                    self.node = 0;
                }
            }

            [UnmanagedCallersOnly]
            private static void OnForget(long context) => GCHandle.FromIntPtr((nint)context).Free();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}
