using System.Runtime.InteropServices;

namespace CnnCourse.Torch;

/// <summary>torchvision's libraries of operators, loaded when the first of their operators is needed.</summary>
internal static class TorchvisionLibrary
{
    private static readonly Lazy<nint> operators = new(() => Load("_C"));
    private static readonly Lazy<nint> image = new(() => Load("image"));

    /// <summary>The same operator, once the library of detection operators is there.</summary>
    internal static Operator WithOperators(Operator op)
    {
        _ = operators.Value;
        return op;
    }

    /// <summary>The same operator, once the library of image codecs is there.</summary>
    internal static Operator WithImage(Operator op)
    {
        _ = image.Value;
        return op;
    }

    // Its operators register themselves while it is loaded, so libtorch has to be there before it.
    private static nint Load(string name)
    {
        _ = Runtime.LoadShim();
        const string mend = "install it with 'sudo apt-get install python3-torchvision' (or 'pip install torchvision' beside a pip torch)";
        var folder = Runtime.Libtorch.Torchvision
            ?? throw new DllNotFoundException($"there is no torchvision for libtorch {Runtime.Libtorch.Version} in {Runtime.Libtorch.Library}: {mend}");
        var file = Directory.GetFiles(folder, name + "*.so").Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new DllNotFoundException($"torchvision in {folder} has no library {name}*.so: {mend}");
        return NativeLibrary.Load(file);
    }
}
