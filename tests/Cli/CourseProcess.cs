using System.Diagnostics;

namespace CnnCourse.Cli.Tests;

/// <summary>What <c>course</c> answered.</summary>
internal sealed record CourseAnswer(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The <c>course</c> program as a user meets it: a process with arguments, an environment and an exit code.</summary>
internal static class CourseProcess
{
    public static async Task<CourseAnswer> RunAsync(string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Repository).Assembly.Location, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CourseAnswer(process.ExitCode, await output, await error);
    }
}
