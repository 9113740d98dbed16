using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements of a CPU tensor, in place.</summary>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged => new(this);

        /// <summary>The memory of a contiguous CPU tensor, in place.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (device_type != DeviceType.CPU) throw new InvalidOperationException($"the bytes of a tensor on {device} cannot be read in place; call cpu() first");
                return is_contiguous() ? RawBytes : throw new InvalidOperationException("the tensor is not contiguous; call contiguous() first");
            }
            set
            {
                var target = bytes;
                if (value.Length != target.Length) throw new ArgumentException($"{value.Length} bytes do not fill a tensor of {target.Length} bytes");
                value.CopyTo(target);
            }
        }

        internal nint Address
        {
            get
            {
                Shim.Check(Shim.ct_data(Handle, out var address), "data");
                return address;
            }
        }

        // A gradient that is known to be zero may come without memory; a copy has some.
        internal Tensor Materialized() => Address == 0 && numel() > 0 ? Aten.clone.Call(this) : this;

        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new InvalidOperationException($"item() takes a tensor of one element, not shape [{string.Join(", ", shape)}]");
            if (dtype != TypeOf<T>()) throw new ArgumentException($"the tensor holds {dtype}, not {typeof(T).Name}");
            return One<T>();
        }

        /// <summary>The tensor's only element.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.BFloat16 => item<BFloat16>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.ComplexFloat32 => item<(float, float)>(),
            ScalarType.ComplexFloat64 => item<System.Numerics.Complex>(),
            var other => throw new InvalidOperationException($"an element of {other} is no number"),
        };

        // The one element in place on the CPU; from elsewhere it is copied.
        private unsafe T One<T>() where T : unmanaged
        {
            if (device_type == DeviceType.CPU)
            {
                var address = Address;
                if (address == 0) return default;
                var value = *(T*)address;
                GC.KeepAlive(this);
                return value;
            }
            using var here = cpu();
            return *(T*)here.Address;
        }

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);
        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();
        public T ReadCpuValue<T>(long i) where T : unmanaged => data<T>()[i];

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            if (device_type == DeviceType.CPU && is_contiguous())
            {
                stream.Write(RawBytes);
                return;
            }
            using var here = cpu();
            using var flat = here.contiguous();
            stream.Write(flat.RawBytes);
        }

        /// <exception cref="EndOfStreamException">The stream ends before the tensor is full.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            if (device_type == DeviceType.CPU && is_contiguous())
            {
                stream.ReadExactly(RawBytes);
                return;
            }
            using var here = torch.empty(shape, dtype, CPU);
            stream.ReadExactly(here.RawBytes);
            Aten.copy_.Run(this, here);
        }
    }
}
