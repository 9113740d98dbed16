using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private readonly nint handle;
        private bool disposed;

        public Generator(ulong seed = 0, Device? device = null) : this(device, fresh: true) => manual_seed((long)seed);

        internal Generator(Device? device, bool fresh)
        {
            this.device = device ?? CPU;
            Shim.Check(Shim.ct_generator(this.device.Packed, fresh ? 1 : 0, out handle), "Generator");
        }

        ~Generator() => Release();

        /// <summary>The generator that operators use when none is given.</summary>
        public static Generator Default { get; } = new(CPU, fresh: false);

        public Device device { get; }

        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                return handle;
            }
        }

        public Generator manual_seed(long seed)
        {
            Shim.Check(Shim.ct_generator_seed(Handle, (ulong)seed), nameof(manual_seed));
            return this;
        }

        public long seed()
        {
            var seed = Random.Shared.NextInt64();
            manual_seed(seed);
            return seed;
        }

        public long initial_seed() => (long)Shim.ct_generator_initial_seed(Handle);

        public Tensor get_state()
        {
            Shim.Check(Shim.ct_generator_state(Handle, out var state), nameof(get_state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Shim.Check(Shim.ct_generator_set_state(Handle, value.Handle), nameof(set_state));
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            if (disposed || handle == 0) return;
            disposed = true;
            Shim.ct_generator_release(handle);
        }
    }

    /// <summary>Seeds every device's default generator; the same seed gives PyTorch's numbers.</summary>
    public static Generator manual_seed(long seed)
    {
        for (var k = 0; k < cuda.device_count(); k++)
        {
            using var generator = new Generator(new Device(DeviceType.CUDA, k), fresh: false);
            generator.manual_seed(seed);
        }
        return Generator.Default.manual_seed(seed);
    }

    public static Tensor get_rng_state() => Generator.Default.get_state();
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    public static class random
    {
        public static long seed() => Generator.Default.seed();
        public static long initial_seed() => Generator.Default.initial_seed();
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);
        public static Tensor get_rng_state() => torch.get_rng_state();
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    public static int get_num_threads() => Shim.ct_threads();
    public static void set_num_threads(int num) => Shim.Check(Shim.ct_set_threads(num), nameof(set_num_threads));
    public static int get_num_interop_threads() => Shim.ct_interop_threads();
    public static void set_num_interop_threads(int num) => Shim.Check(Shim.ct_set_interop_threads(num), nameof(set_num_interop_threads));

    public static string __version__ => Shim.Take(Shim.ct_version());
}
