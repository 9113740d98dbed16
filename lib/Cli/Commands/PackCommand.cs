using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course pack</c>: the commands, the notebooks and a .NET runtime in one archive, for a machine with a GPU and no SDK.</summary>
internal static class PackCommand
{
    private const int LargestMebibytes = 55;
    private const string Name = "course-linux-x64";

    private const string Script = """
        #!/usr/bin/env bash
        # The packed course. It needs a PyTorch with its headers (an active environment, or LIBTORCH), cmake and g++.
        set -euo pipefail
        export COURSE_ROOT; COURSE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
        export DOTNET_ROOT=$COURSE_ROOT/dotnet COURSE_PYTHON=${COURSE_PYTHON:-python3}
        exec "$DOTNET_ROOT/dotnet" "$COURSE_ROOT/app/CnnCourse.Cli.dll" "$@"

        """;

    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "folder of the archive", DefaultValueFactory = _ => Path.Combine(Repository.Root, "obj/pack") };
        var command = new Command("pack", "Pack the commands, the notebooks and a .NET runtime for a linux-x64 machine with a GPU.") { output };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetValue(output)!)));
        return command;
    }

    private static int Run(string output)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) throw new UserError("a bundle for linux-x64 is packed on linux-x64", 1);
        var bundle = Path.Combine(output, Name);
        if (Directory.Exists(bundle)) Directory.Delete(bundle, recursive: true);
        Runtime(Path.Combine(bundle, "dotnet"));
        Copy(AppContext.BaseDirectory, Path.Combine(bundle, "app"), IsNeeded);
        foreach (var part in new[] { "notebooks", "data", "lib/Cli/Bench" })
            Copy(Path.Combine(Repository.Root, part), Path.Combine(bundle, part), file => !file.EndsWith(".cs", StringComparison.Ordinal));
        var script = Path.Combine(bundle, "course");
        File.WriteAllText(script, Script);
        File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);

        var archive = Path.Combine(output, Name + ".tar.xz");
        using var tar = Process.Start(new ProcessStartInfo("tar", ["-C", output, "-cJf", archive, Name]) { Environment = { ["XZ_OPT"] = "-6 -T2" } })!;
        tar.WaitForExit();
        if (tar.ExitCode != 0) throw new UserError("tar failed; it needs xz-utils", 1);
        var size = new FileInfo(archive).Length / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{archive}: {size:f1} MiB (at most {LargestMebibytes})"));
        return size <= LargestMebibytes ? 0 : 1;
    }

    // The parts of this process's own runtime that a program needs: host, base library, and ASP.NET Core for 'site --serve'.
    private static void Runtime(string target)
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(core, "../../.."));
        var version = Path.GetFileName(core);
        foreach (var part in new[] { $"host/fxr/{version}", $"shared/Microsoft.NETCore.App/{version}", $"shared/Microsoft.AspNetCore.App/{version}" })
            Copy(Path.Combine(root, part), Path.Combine(target, part), file => !file.EndsWith("createdump", StringComparison.Ordinal));
        File.Copy(Path.Combine(root, "dotnet"), Path.Combine(target, "dotnet"));
    }

    // No debugging symbols, no documentation of other people's libraries, no translated compiler messages.
    private static bool IsNeeded(string file) =>
        !file.EndsWith(".pdb", StringComparison.Ordinal) && !file.EndsWith(".resources.dll", StringComparison.Ordinal)
        && (!file.EndsWith(".xml", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("CnnCourse", StringComparison.Ordinal));

    private static void Copy(string source, string target, Func<string, bool> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(wanted))
        {
            var to = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
