using System.Reflection;
using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>The C functions of Native/, each declared once. A returned pointer, where one is, is an error message.</summary>
internal static unsafe partial class Shim
{
    private const string Lib = "cnncourse_torch";

    static Shim() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Lib ? Runtime.LoadShim() : 0;

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ct_find(string name, string overload, out nint op);
    [LibraryImport(Lib)]
    internal static partial nint ct_schema(nint op);
    [LibraryImport(Lib)]
    internal static partial nint ct_call(nint op, Slot* slots, int count, int capacity, int* results);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial void ct_free(nint memory);

    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial void ct_retain(nint tensor);
    [LibraryImport(Lib)]
    internal static partial void ct_release(nint tensor);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial nint ct_info(nint tensor, TensorInfo* info);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial nint ct_sizes(nint tensor, long* sizes, long* strides);
    [LibraryImport(Lib)]
    internal static partial nint ct_data(nint tensor, out nint data);
    [LibraryImport(Lib)]
    internal static partial nint ct_over_memory(nint data, long count, int dtype, delegate* unmanaged<long, void> release, long context, out nint result);
    [LibraryImport(Lib)]
    internal static partial nint ct_names(nint tensor, out nint names);
    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ct_set_names(nint tensor, string? names);
    [LibraryImport(Lib)]
    internal static partial nint ct_storage(nint tensor, out nint data, out long bytes, out long offset);

    [LibraryImport(Lib)]
    internal static partial nint ct_grad_get(nint tensor, out nint grad);
    [LibraryImport(Lib)]
    internal static partial nint ct_grad_set(nint tensor, nint grad);
    [LibraryImport(Lib)]
    internal static partial nint ct_grad_fn(nint tensor, out nint name);
    [LibraryImport(Lib)]
    internal static partial nint ct_backward(nint* roots, nint* grads, int count, int retain, int create);
    [LibraryImport(Lib)]
    internal static partial nint ct_grad(nint* outputs, nint* grads, int outputCount, nint* inputs, int inputCount,
        int retain, int create, int allowUnused, nint* results);
    [LibraryImport(Lib)]
    internal static partial nint ct_register_hook(nint tensor, delegate* unmanaged<long, nint, nint> callback, long context, out uint id);
    [LibraryImport(Lib)]
    internal static partial nint ct_remove_hook(nint tensor, uint id);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial int ct_grad_mode();
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial void ct_set_grad_mode(int enabled);
    [LibraryImport(Lib)]
    internal static partial nint ct_inference_begin(int enabled);
    [LibraryImport(Lib)]
    internal static partial void ct_inference_end(nint guard);

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ct_function(string name, long context, delegate* unmanaged<long, nint, nint*, int, nint*, int, int> backward,
        delegate* unmanaged<long, void> forget, int materialize, nint* inputs, int inputCount, nint* outputs, int* kinds, int outputCount, nint* saved, int savedCount);
    [LibraryImport(Lib)]
    internal static partial nint ct_function_saved(nint node, nint* results);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial int ct_anomaly();
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial void ct_set_anomaly(int enabled, int checkNan);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial int ct_inference_mode();

    [LibraryImport(Lib)]
    internal static partial int ct_autocast(int device, out int dtype);
    [LibraryImport(Lib)]
    internal static partial void ct_set_autocast(int device, int enabled, int dtype);
    [LibraryImport(Lib)]
    internal static partial void ct_autocast_nest(int step);

    [LibraryImport(Lib)]
    internal static partial nint ct_generator(long device, int fresh, out nint impl);
    [LibraryImport(Lib)]
    internal static partial void ct_generator_release(nint impl);
    [LibraryImport(Lib)]
    internal static partial nint ct_generator_seed(nint impl, ulong seed);
    [LibraryImport(Lib)]
    internal static partial ulong ct_generator_initial_seed(nint impl);
    [LibraryImport(Lib)]
    internal static partial nint ct_generator_state(nint impl, out nint tensor);
    [LibraryImport(Lib)]
    internal static partial nint ct_generator_set_state(nint impl, nint tensor);

    [LibraryImport(Lib)]
    internal static partial int ct_threads();
    [LibraryImport(Lib)]
    internal static partial int ct_interop_threads();
    [LibraryImport(Lib)]
    internal static partial nint ct_set_threads(int count);
    [LibraryImport(Lib)]
    internal static partial nint ct_set_interop_threads(int count);

    [LibraryImport(Lib)]
    internal static partial int ct_cuda_devices();
    [LibraryImport(Lib)]
    internal static partial nint ct_cuda_synchronize(int index);
    [LibraryImport(Lib)]
    internal static partial int ct_flag(int which, int value);
    [LibraryImport(Lib)]
    internal static partial nint ct_cuda_memory(int index, int action, long* bytes);
    [LibraryImport(Lib)]
    internal static partial nint ct_cuda_stream(int index, int fresh, ref long id);
    [LibraryImport(Lib)]
    internal static partial nint ct_cuda_graph(int action, ref nint graph, nint other);
    [LibraryImport(Lib)]
    internal static partial nint ct_version();
    [LibraryImport(Lib)]
    internal static partial nint ct_show_config();
    [LibraryImport(Lib)]
    internal static partial nint ct_parallel_info();

    /// <summary>Text that the shim allocated, freed here.</summary>
    internal static string Take(nint text)
    {
        var result = Marshal.PtrToStringUTF8(text) ?? "";
        ct_free(text);
        return result;
    }

    /// <summary>Throws what a shim function answered, if it answered anything.</summary>
    internal static void Check(nint error, string what)
    {
        if (error != 0) throw TorchException.From(what, Take(error));
    }
}
