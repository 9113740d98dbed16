using System.Diagnostics;
using System.Xml.Linq;

namespace CnnCourse.Cli.Testing;

/// <summary>One xunit project under <c>tests/</c>, run through <c>dotnet test</c> as it was built.</summary>
internal sealed record TestProjects(string Name, string File)
{
    /// <summary>The projects; a packed course has none.</summary>
    public static IEnumerable<TestProjects> All() => !Directory.Exists(Path.Combine(Repository.Root, "tests")) ? [] :
        Directory.GetDirectories(Path.Combine(Repository.Root, "tests")).Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.GetFiles(folder, "*.Tests.csproj"))
            .Select(file => new TestProjects(Path.GetFileName(Path.GetDirectoryName(file))!, file));

    /// <summary>Runs the project; failures are printed with their messages, and a run that broke counts as one failure.</summary>
    public async Task<TestCount> RunAsync(string? filter, CancellationToken stop)
    {
        var results = Directory.CreateTempSubdirectory("course-test").FullName;
        try
        {
            List<string> arguments = ["test", File, "--no-build", "-c", "Release", "--nologo", "-v", "quiet",
                "--logger", "trx;LogFileName=results.trx", "--results-directory", results];
            if (filter is not null) arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}|DisplayName~{filter}"]);
            using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync(stop);
            var error = process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            var trx = Path.Combine(results, "results.trx");
            if (System.IO.File.Exists(trx)) return Read(trx, process.ExitCode);
            if (process.ExitCode == 0) return default;   // nothing matched the filter, or the project holds no test
            Console.WriteLine($"{Name}: the test run broke\n{await output}{await error}");
            return new TestCount(0, 1);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    private TestCount Read(string trx, int exitCode)
    {
        var count = new TestCount();
        foreach (var result in XDocument.Load(trx).Descendants().Where(e => e.Name.LocalName == "UnitTestResult"))
        {
            var passed = (string?)result.Attribute("outcome") == "Passed";
            count += passed ? new TestCount(1, 0) : new TestCount(0, 1);
            if (!passed) Console.WriteLine($"FAILED {Name}: {(string?)result.Attribute("testName")}\n{Text(result, "Message")}\n{Text(result, "StackTrace")}");
        }
        if (exitCode != 0 && count.Failed == 0)
        {
            Console.WriteLine($"FAILED {Name}: the test run ended with exit code {exitCode} after {count}");
            count += new TestCount(0, 1);
        }
        return count;
    }

    private static string Text(XElement result, string name) =>
        result.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
}
