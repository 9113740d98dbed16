using System.Diagnostics;

namespace CnnCourse.Notebooks.Tests;

/// <summary>Debian's own Python, which has Jupyter's clients.</summary>
internal static class Python
{
    /// <summary>The kernel as a command: this assembly, run by dotnet.</summary>
    public static string[] Kernel { get; } = ["dotnet", typeof(Python).Assembly.Location, "kernel", "--connection-file", "{connection_file}"];

    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Jupyter", name);

    public static string Run(params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, errors.Result);
        return output;
    }
}
