using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An n-dimensional array on a device, with a place in the autograd graph.</summary>
    public partial class Tensor : IScoped
    {
        private nint handle;
        private TensorReference? reference;

        /// <summary>Takes over one reference to a TensorImpl.</summary>
        internal Tensor(nint handle, int kilobytes = 0)
        {
            this.handle = handle;
            reference = TensorReference.Take(handle, kilobytes);
            var here = DisposeScopeManager.Here;
            here.Born(this, here.OfTensors);
        }

        internal DisposeScope? Scope { get; set; }

        DisposeScope? IScoped.Scope
        {
            get => Scope;
            set => Scope = value;
        }

        int IScoped.ScopeIndex { get; set; }

        /// <exception cref="ObjectDisposedException">The tensor was disposed, by hand or by its scope.</exception>
        public nint Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Tensor),
            "This tensor was disposed, by hand or at the end of its scope; call MoveToOuterDisposeScope() on what must outlive a scope.");

        public bool IsInvalid => handle == 0;

        public void Dispose()
        {
            var inScope = Scope?.Remove(this) ?? false;
            Release(inScope);
        }

        void IScoped.DisposeFromScope()
        {
            Scope = null;
            Release(inScope: true);
        }

        private void Release(bool inScope)
        {
            if (Interlocked.Exchange(ref reference, null) is not { } released) return;
            handle = 0;
            released.Return();
            DisposeScopeManager.Here.OfTensors.CountDisposed(inScope);
        }

        /// <summary>A second tensor object for the same tensor.</summary>
        public Tensor alias()
        {
            Shim.ct_retain(Handle);
            return new Tensor(handle);
        }

        internal unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                Shim.Check(Shim.ct_info(Handle, &info), "tensor");
                GC.KeepAlive(this);
                return info;
            }
        }

        public long dim() => Info.Dim;
        public long ndim => Info.Dim;
        public long Dimensions => Info.Dim;
        public long numel() => Info.Numel;
        public long NumberOfElements => Info.Numel;
        public long ElementSize => Info.ElementSize;
        public long element_size() => Info.ElementSize;
        public ScalarType dtype => (ScalarType)Info.Dtype;
        public DeviceType device_type => (DeviceType)Info.DeviceType;
        public int device_index => Info.DeviceIndex;
        public bool is_leaf => Info.IsLeaf != 0;
        public bool is_contiguous() => Info.IsContiguous != 0;
        public bool is_cuda => device_type == DeviceType.CUDA;
        public bool is_cpu() => device_type == DeviceType.CPU;
        public bool is_meta => device_type == DeviceType.META;
        public bool is_sparse => Info.Layout != 0;
        public bool is_floating_point() => dtype.IsFloatingPoint();
        public bool is_complex() => dtype.IsComplex();
        public bool is_integral() => dtype.IsIntegral();
        public bool is_quantized() => torch.is_quantized(dtype);

        public long storage_offset()
        {
            Shim.Check(Shim.ct_storage(Handle, out _, out _, out var offset), nameof(storage_offset));
            GC.KeepAlive(this);
            return offset;
        }

        public Device device
        {
            get
            {
                var info = Info;
                return new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        public long[] shape => Sizes().sizes;
        public long size(int dim) => shape[dim < 0 ? dim + (int)ndim : dim];
        public long[] size() => shape;
        public long[] stride() => Sizes().strides;
        public long stride(int dim) => stride()[dim < 0 ? dim + (int)ndim : dim];

        private unsafe (long[] sizes, long[] strides) Sizes()
        {
            var dim = Info.Dim;
            if (dim == 0) return ([], []);
            var (sizes, strides) = (new long[dim], new long[dim]);
            fixed (long* a = sizes, b = strides) Shim.Check(Shim.ct_sizes(Handle, a, b), "shape");
            GC.KeepAlive(this);
            return (sizes, strides);
        }
    }
}
