using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>True if shape, dtype and every element are the same.</summary>
        public bool Equals(Tensor target) => ReferenceEquals(this, target) || target is not null && dtype == target.dtype && Aten.equal.CallBool(this, target);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public Tensor rename_(IEnumerable<string?>? names) => throw new NotSupportedException("named dimensions");
    }
}
