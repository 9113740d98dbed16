using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CnnCourse.Torch;
using TorchSharp;

namespace CnnCourse.Cli.Doctor;

/// <summary>Everything that <c>course doctor</c> looks at, in order.</summary>
internal static class Examinations
{
    public static IEnumerable<Func<Finding>> All { get; } =
        [DotNet, LibTorch, Shim, Blas, Threads, Cuda, TorchvisionOperators, StaticPictures, DataSets, ZeroMq, KernelRegistration, ReferencePython];

    private static Finding DotNet() => Finding.Good(".NET", RuntimeInformation.FrameworkDescription);

    private static Finding LibTorch() => Libtorch.Find() is { } found
        ? Finding.Good("libtorch", $"{found.Version} in {found.Library} (found by {found.Source})")
        : Finding.Missing("libtorch", "not found", Libtorch.Mend);

    private static Finding Shim() => Libtorch.Find() is { } found
        ? Finding.Good("native shim", ShimBuilder.Build(found))
        : Finding.Missing("native shim", "needs libtorch", Libtorch.Mend);

    private static Finding Blas()
    {
        var (name, speed) = BlasSpeed.Measure();
        var what = string.Create(CultureInfo.InvariantCulture, $"{name}, {speed:f0} GFLOP/s (1024 x 1024 float32 product)");
        return name.Contains("openblas", StringComparison.OrdinalIgnoreCase) || name.Contains("mkl", StringComparison.OrdinalIgnoreCase)
            || name.Contains("libtorch", StringComparison.OrdinalIgnoreCase)
            ? Finding.Good("BLAS", what)
            : Finding.Missing("BLAS", what, "sudo apt-get install libopenblas0-openmp");
    }

    private static Finding Threads()
    {
        var (threads, cores) = (torch.get_num_threads(), Cores.Physical);
        var what = $"{threads} of {cores} physical cores";
        return threads <= cores
            ? Finding.Good("threads", what)
            : Finding.Absent("threads", what + ": oversubscribed", $"unset OMP_NUM_THREADS, or set it to {cores}");
    }

    private static Finding Cuda()
    {
        if (torch.cuda.is_available()) return Finding.Good("CUDA", $"{torch.cuda.device_count()} device(s)");
        var builtWithCuda = File.Exists(Path.Combine(Torch.Runtime.Libtorch.Library, "libtorch_cuda.so"));
        return builtWithCuda
            ? Finding.Absent("CUDA", "no: this libtorch has CUDA, but no NVIDIA driver or device answers", "check 'nvidia-smi'")
            : Finding.Absent("CUDA", "no: this libtorch was built without CUDA", "activate a Python environment with a CUDA build of PyTorch, or set LIBTORCH to one");
    }

    private static Finding TorchvisionOperators()
    {
        const string mend = "sudo apt-get install python3-torchvision";
        var folder = Torch.Runtime.Libtorch.Torchvision;
        var libraries = folder is null ? [] : Directory.GetFiles(folder, "*.so").Select(Path.GetFileName).Where(n => n!.StartsWith("_C", StringComparison.Ordinal) || n.StartsWith("image", StringComparison.Ordinal)).Order().ToArray();
        return libraries.Length > 0
            ? Finding.Good("torchvision", $"{string.Join(", ", libraries)} in {folder}")
            : Finding.Missing("torchvision", "operator libraries not found", mend);
    }

    private static Finding StaticPictures() => Plots.StaticImage.IsAvailable
        ? Finding.Good("static figures", "libcairo")
        : Finding.Missing("static figures", "libcairo not found: figures are live only", "sudo apt-get install libcairo2 fonts-dejavu-core");

    private static Finding DataSets()
    {
        try
        {
            return Finding.Good("Fashion-MNIST", new Data.DataStore(Data.DataFolders.Cache, Data.DataFolders.MayUseSystem, mayDownload: false).Find("fashion-mnist"));
        }
        catch (Data.MissingDataException)
        {
            return Finding.Missing("Fashion-MNIST", "not found", "sudo apt-get install dataset-fashion-mnist");
        }
    }

    private static Finding ZeroMq() => NativeLibrary.TryLoad("libzmq.so.5", out _)
        ? Finding.Good("ZeroMQ", "libzmq.so.5")
        : Finding.Missing("ZeroMQ", "libzmq.so.5 not found", "sudo apt-get install libzmq5");

    private static Finding KernelRegistration()
    {
        var folders = new[] { Notebooks.KernelSpec.Folder(), Notebooks.KernelSpec.Folder("/usr/local"), Notebooks.KernelSpec.Folder("/usr") };
        var spec = folders.Select(f => Path.Combine(f, Notebooks.Kernel.Name, "kernel.json")).FirstOrDefault(File.Exists);
        return spec is not null
            ? Finding.Good("Jupyter kernel", spec)
            : Finding.Absent("Jupyter kernel", "not registered", "./course kernel install");
    }

    private static Finding ReferencePython()
    {
        const string python = "/usr/bin/python3";
        const string mend = "sudo apt-get install python3-torch (only the tests compare with it)";
        if (!File.Exists(python)) return Finding.Absent("reference Python", "no " + python, mend);
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import importlib.metadata as m; print(m.version('torch'))"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var version = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return version.Length > 0 ? Finding.Good("reference Python", $"{python} with torch {version}") : Finding.Absent("reference Python", $"{python} without torch", mend);
    }
}
