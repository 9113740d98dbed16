using System.Runtime.CompilerServices;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A label of the user's own; PyTorch does not know it.</summary>
        public string? name { get; set; }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>True if shape, dtype and every element are the same.</summary>
        public bool Equals(Tensor target) => ReferenceEquals(this, target) || target is not null && dtype == target.dtype && Aten.equal.CallBool(this, target);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>A tensor object that takes over one reference to a TensorImpl.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Gives the reference to the caller; this object is then as good as disposed.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var released = Handle;
            Shim.ct_retain(released);
            Dispose();
            return released;
        }

        public Tensor DetatchFromDisposeScope() => this.DetachFromDisposeScope();
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Scope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Scope is { } scope) return scope.MoveToOther(other, this);
            other?.Attach(this);
            return this;
        }

        public Tensor SparseIndices => Aten._indices.Call(this);
        public Tensor SparseValues => Aten._values.Call(this);

        public Tensor gelu(Modules.GELU.Approximate approximate) => Aten.gelu.Call(this, approximate.ToString());
        public Tensor gelu_(Modules.GELU.Approximate approximate) => Aten.gelu_.Mutate(this, approximate.ToString());
    }
}
