namespace CnnCourse.Torch;

/// <summary>The libtorch that genuine TorchSharp brought, as the course's commands ask for it.</summary>
public static class Runtime
{
    public static Libtorch Libtorch { get; } = new("TorchSharp's package", TorchSharp.torch.__version__, Path.GetDirectoryName(typeof(TorchSharp.torch).Assembly.Location) ?? "", [], true, null);
    public static string ParallelInfo => "";
    public static string BuildConfiguration => "";
}

/// <summary>There is no shim in this mode.</summary>
public static class ShimBuilder
{
    public static string CacheDirectory => "";
    public static string Build(Libtorch libtorch) => "none: genuine TorchSharp has its own native library";
}
