using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Info.RequiresGrad != 0;
            set => requiresGrad.Run(this, value);
        }

        private static readonly Operator requiresGrad = new("requires_grad_");

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>The accumulated gradient, or null before the first backward pass.</summary>
        public Tensor? grad
        {
            get
            {
                Shim.Check(Shim.ct_grad_get(Handle, out var gradient), nameof(grad));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }
            set
            {
                Shim.Check(Shim.ct_grad_set(Handle, value?.Handle ?? 0), nameof(grad));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>Name of the graph node that made this tensor, or null for a leaf.</summary>
        public string? grad_fn
        {
            get
            {
                Shim.Check(Shim.ct_grad_fn(Handle, out var name), nameof(grad_fn));
                GC.KeepAlive(this);
                return name == 0 ? null : Shim.Take(name);
            }
        }

        public void backward() => autograd.backward([this]);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (inputs is { Count: > 0 })
            {
                var gradients = autograd.grad([this], inputs, grad_tensors, retain_graph || create_graph, create_graph, allow_unused: true);
                for (var k = 0; k < inputs.Count; k++) autograd.Accumulate(inputs[k], gradients[k]);
            }
            else
            {
                autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph);
            }
        }

        public Tensor detach() => Aten.detach.Call(this);
        public Tensor detach_() => Aten.detach_.Mutate(this);
        public void retain_grad() => Aten.retain_grad.Run(this);

        private static readonly ConcurrentDictionary<long, Func<Tensor, Tensor?>> hooks = new();
        private static long lastHook;

        /// <summary>Calls a function with the gradient whenever it is computed; what it returns, if anything, replaces it.</summary>
        public unsafe TensorHook register_hook(Func<Tensor, Tensor?> hook)
        {
            var key = Interlocked.Increment(ref lastHook);
            hooks[key] = hook;
            Shim.Check(Shim.ct_register_hook(Handle, &OnGradient, key, out var id), nameof(register_hook));
            return new TensorHook(this, id, () => hooks.TryRemove(key, out _));
        }

        [UnmanagedCallersOnly]
        private static nint OnGradient(long key, nint gradient)
        {
            if (!hooks.TryGetValue(key, out var hook)) return 0;
            try
            {
                Shim.ct_retain(gradient);
                using var scope = NewDisposeScope();
                var input = new Tensor(gradient);
                var result = hook(input);
                if (result is null) return 0;
                Shim.ct_retain(result.Handle);
                return result.Handle;
            }
            catch (Exception e)
            {
                autograd.HookFailure = e;   // thrown again once the native backward pass has returned
                return 0;
            }
        }
    }

    /// <summary>A hook on a tensor's gradient; <see cref="remove"/> takes it off.</summary>
    public sealed class TensorHook(Tensor tensor, uint id, Action forget)
    {
        public void remove()
        {
            if (!tensor.IsInvalid) Shim.Check(Shim.ct_remove_hook(tensor.Handle, id), nameof(remove));
            forget();
        }
    }
}
