using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Takes over another tensor's handle and its place in a scope; the other is left disposed.</summary>
        private protected Tensor(Tensor source)
        {
            handle = source.Handle;
            reference = Interlocked.Exchange(ref source.reference, null);
            source.handle = 0;
            if (source.Scope is not { } scope) return;
            scope.Remove(source);
            scope.Adopt(this);
        }

        /// <summary>Puts other data under this tensor: as Python's <c>t.data = v</c>, it stays the same variable.</summary>
        internal void SetData(Tensor value) => setData.Run(this, value);

        private static readonly Operator setData = new("set_data");
    }
}
