using System.Diagnostics;
using System.Globalization;

namespace CnnCourse.Cli.Bench;

/// <summary>Debian's Python running the same work: one round per request, timed on its own side.</summary>
internal sealed class PythonPeer : IDisposable
{
    private const string Debian = "/usr/bin/python3";

    private readonly Process process;
    private readonly Task<string> errors;

    /// <param name="script">File name in lib/Cli/Bench: reads a line per round from its input, prints the seconds it took.</param>
    /// <param name="arguments">Passed on to the script.</param>
    public PythonPeer(string script, params string[] arguments) : this(Debian, script, arguments)
    {
    }

    /// <summary>The interpreter whose torch this process uses: $COURSE_PYTHON, or Debian's.</summary>
    public static PythonPeer Active(string script, params string[] arguments) =>
        new(Environment.GetEnvironmentVariable("COURSE_PYTHON") is { Length: > 0 } python ? python : Debian, script, arguments);

    private PythonPeer(string python, string script, string[] arguments)
    {
        if (python == Debian && !File.Exists(Debian)) throw new UserError($"a benchmark compares with {Debian}, which is not there: sudo apt-get install python3-torch", 1);
        var path = Path.Combine(Repository.Root, "lib/Cli/Bench", script);
        var start = new ProcessStartInfo(python, [path, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (python == Debian && Torch.Blas.Folder is { } blas) start.Environment["LD_LIBRARY_PATH"] = blas;   // the same BLAS on both sides
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The first line that the script prints, once it is ready.</summary>
    public string Ready() => Read();

    /// <summary>Seconds of one round.</summary>
    public double Round(string request = "go") => double.Parse(Ask(request), CultureInfo.InvariantCulture);

    /// <summary>The line that answers a request.</summary>
    public string Ask(string request)
    {
        process.StandardInput.WriteLine(request);
        process.StandardInput.Flush();
        return Read();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000)) process.Kill();
        process.Dispose();
    }

    private string Read() => process.StandardOutput.ReadLine()
        ?? throw new UserError($"the Python side of the benchmark ended: {errors.Result.Trim().Split('\n')[^1]}", 1);
}
