namespace CnnCourse.Notebooks.Tests;

public sealed class KernelSpecTests : IDisposable
{
    private readonly string prefix = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(prefix, recursive: true);

    [Fact]
    public void Jupyter_finds_the_installed_kernel_under_both_names_until_it_is_uninstalled()
    {
        Assert.Equal(2, KernelSpec.Install(["/opt/course", "kernel"], prefix).Count);
        var found = Find();
        Assert.Equal("['.net-csharp', 'cnn-csharp']\n['/opt/course', 'kernel', '--connection-file', '{connection_file}'] C# message\n", found);
        Assert.Equal(2, KernelSpec.Uninstall(prefix).Count);
        Assert.Empty(KernelSpec.Uninstall(prefix));
        Assert.False(Directory.Exists(Path.Combine(KernelSpec.Folder(prefix), Kernel.Name)));
    }

    [Fact]
    public void A_kernel_of_somebody_else_is_left_alone()
    {
        var folder = Directory.CreateDirectory(Path.Combine(KernelSpec.Folder(prefix), ".net-csharp")).FullName;
        File.WriteAllText(Path.Combine(folder, "kernel.json"), "{ \"argv\": [\"dotnet\", \"interactive\"] }");
        Assert.Single(KernelSpec.Install(["course"], prefix));
        Assert.Single(KernelSpec.Uninstall(prefix));
        Assert.Contains("interactive", File.ReadAllText(Path.Combine(folder, "kernel.json")), StringComparison.Ordinal);
    }

    private string Find() => Python.Run("-c", $"""
        from jupyter_client.kernelspec import KernelSpecManager
        manager = KernelSpecManager(kernel_dirs=[r'{KernelSpec.Folder(prefix)}'], ensure_native_kernel=False)
        print(sorted(manager.find_kernel_specs()))
        spec = manager.get_kernel_spec('cnn-csharp')
        print(spec.argv, spec.language, spec.interrupt_mode)
        """);
}
