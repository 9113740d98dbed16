using System.Collections;
using System.Numerics;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static bool is_storage(object obj) => obj is Storage;

    /// <summary>The memory behind a tensor and all its views.</summary>
    public abstract class Storage
    {
        private protected Tensor? tensor;

        private protected Storage(Tensor? tensor) => this.tensor = tensor;

        public abstract int element_size();

        public Storage<bool> @bool() => As<bool>();
        public Storage<byte> @byte() => As<byte>();
        public Storage<char> @char() => throw new NotSupportedException("no tensor holds UTF-16 characters; use byte()");
        public Storage<int> @int() => As<int>();
        public Storage<long> @long() => As<long>();
        public Storage<float> @float() => As<float>();
        public Storage<double> @double() => As<double>();
        public Storage<(float, float)> complex_float() => As<(float, float)>();
        public Storage<Complex> complex_double() => As<Complex>();

        public nint data_ptr() => Memory().data;
        public ulong nbytes() => (ulong)Memory().bytes;

        private protected Tensor Owner => tensor ?? throw new ObjectDisposedException(nameof(Storage), "this storage was disposed, or is a mere number");

        private protected (nint data, long bytes) Memory()
        {
            Shim.Check(Shim.ct_storage(Owner.Handle, out var data, out var bytes, out _), "storage");
            return (data, bytes);
        }

        private Storage<T> As<T>() where T : unmanaged
        {
            using var flat = Owner.as_strided([(long)nbytes() / Owner.ElementSize], [1]);
            return new Storage<T>(flat.to(TypeOf<T>(), copy: true));
        }
    }

    /// <summary>The memory behind a tensor, as elements in the order in which they lie.</summary>
    public sealed unsafe class Storage<T> : Storage, IDisposable, IEnumerable<T> where T : unmanaged
    {
        private readonly T number;

        internal Storage(Tensor tensor) : base(tensor)
        {
        }

        private Storage(T number) : base(null) => this.number = number;

        public static implicit operator Storage<T>(T value) => new(value);

        public override int element_size() => sizeof(T);
        public Device device => Owner.device;
        public int Count => (int)((long)nbytes() / sizeof(T));
        public bool IsReadOnly => false;

        public Storage<T> cpu() => new(Owner.cpu());
        public Storage<T> cuda(Device? device = null) => new(Owner.cuda(device));

        public T this[int index]
        {
            get => Elements[index];
            set => Elements[index] = value;
        }

        /// <summary>A copy of a range; assigning a number fills the range in place.</summary>
        public Storage<T> this[(int? start, int? end) range]
        {
            get => new(torch.FromMemory<T>(Slice(range), [Slice(range).Length], TypeOf<T>(), CPU, false));
            set => Slice(range).Fill(value.tensor is null ? value.number : throw new InvalidOperationException("a range takes a number; copy_ takes a list"));
        }

        public Storage<T> this[Range range]
        {
            get => this[Ends(range)];
            set => this[Ends(range)] = value;
        }

        public void fill_(T value) => Elements.Fill(value);
        public void copy_(IList<T> array) => CopyFrom(array, 0);
        public T[] ToArray() => Elements.ToArray();
        public IList<T> tolist() => ToArray();
        public bool Contains(T item) => IndexOf(item) >= 0;
        public int IndexOf(T item) => Array.IndexOf(ToArray(), item);

        public void CopyTo(IList<T> array, int arrayIndex)
        {
            var elements = Elements;
            for (var k = 0; k < elements.Length && k < array.Count - arrayIndex; k++) array[k + arrayIndex] = elements[k];
        }

        public void CopyFrom(IList<T> array, int arrayIndex)
        {
            var elements = Elements;
            for (var k = 0; k < elements.Length && k < array.Count - arrayIndex; k++) elements[k] = array[k + arrayIndex];
        }

        public IEnumerator<T> GetEnumerator() => ToArray().AsEnumerable().GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public void Dispose() => tensor = null;

        private Span<T> Elements
        {
            get
            {
                if (Owner.device_type != DeviceType.CPU) throw new InvalidOperationException($"a storage on {device} cannot be read in place; call cpu() first");
                var (data, bytes) = Memory();
                return new Span<T>((void*)data, checked((int)(bytes / sizeof(T))));
            }
        }

        private Span<T> Slice((int? start, int? end) range) => Elements[(range.start ?? 0)..(range.end ?? Count)];

        private (int?, int?) Ends(Range range) => (range.Start.GetOffset(Count), range.End.GetOffset(Count));
    }

    public partial class Tensor
    {
        public Storage<T> storage<T>() where T : unmanaged =>
            dtype == TypeOf<T>() ? new(this) : throw new ArgumentException($"the tensor holds {dtype}, not {typeof(T).Name}");
    }
}
