using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace CnnCourse.Notebooks;

/// <summary>Packages that cells asked for, restored together by the SDK so that their versions fit one another.</summary>
internal sealed class NuGetPackages
{
    private readonly SortedDictionary<string, string> requested = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files of every package asked for so far and of what they depend on.</summary>
    public sealed record Assets(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native);

    /// <param name="request"><c>Name</c> or <c>Name, Version</c>.</param>
    /// <exception cref="IOException">The package or the SDK cannot be had.</exception>
    public Assets Add(string request)
    {
        var parts = request.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || parts[0].Length == 0)
            throw new ArgumentException($"\"nuget:{request}\" is not understood. Write #r \"nuget: Name, 1.2.3\".");
        var before = requested.GetValueOrDefault(parts[0]);
        requested[parts[0]] = parts.Length == 2 && parts[1].Length > 0 ? parts[1] : "*";
        try
        {
            return Restore();
        }
        catch
        {
            if (before is null)
                requested.Remove(parts[0]);
            else
                requested[parts[0]] = before;
            throw;
        }
    }

    private Assets Restore()
    {
        var project = Project();
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16];
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var folder = Directory.CreateDirectory(Path.Combine(cache, "cnn-course", "packages", key)).FullName;
        var lockFile = Path.Combine(folder, "obj", "project.assets.json");
        if (Read(lockFile) is { } cached)
            return cached;
        var path = Path.Combine(folder, "packages.csproj");
        File.WriteAllText(path, project);
        Console.Error.WriteLine($"Restoring {string.Join(", ", requested.Select(one => $"{one.Key} {one.Value}"))} ...");
        var output = RunRestore(path);
        return Read(lockFile) ?? throw new IOException(Explain(output));
    }

    private string Project() => new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("RuntimeIdentifier", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", false)),
        new XElement("ItemGroup", requested.Select(package => new XElement("PackageReference",
            new XAttribute("Include", package.Key), new XAttribute("Version", package.Value))))).ToString();

    private static string RunRestore(string project)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", project, "--verbosity", "quiet", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + errors.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new IOException("#r \"nuget: ...\" needs the .NET SDK, and there is no dotnet on the PATH.");
        }
    }

    private static string Explain(string output)
    {
        var reasons = output.Split('\n')
            .Select(line => line.IndexOf(": error ", StringComparison.Ordinal) is var at and >= 0 ? line[(at + 8)..].Trim() : "")
            .Where(reason => reason.Length > 0)
            .Distinct();
        var text = string.Join("; ", reasons);
        return text.Length > 0 ? text : $"The packages could not be restored. dotnet restore said: {output.Trim()}";
    }

    private static Assets? Read(string lockFile)
    {
        if (!File.Exists(lockFile))
            return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        var root = json.RootElement;
        if (root.TryGetProperty("logs", out var logs) && logs.EnumerateArray().Any(log => log.GetProperty("level").GetString() == "Error"))
            return null;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var target = root.GetProperty("targets").EnumerateObject().Last().Value;   // the one with the runtime identifier
        List<string> compile = [], runtime = [], native = [];
        foreach (var package in target.EnumerateObject())
        {
            var folder = root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
            Collect("compile", compile);
            Collect("runtime", runtime);
            Collect("native", native);

            void Collect(string kind, List<string> files)
            {
                if (!package.Value.TryGetProperty(kind, out var found))
                    return;
                foreach (var file in found.EnumerateObject().Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)))
                    files.Add(folders.Select(root => Path.Combine(root, folder, file.Name)).FirstOrDefault(File.Exists) ?? "");
            }
        }
        return compile.Concat(runtime).Concat(native).Contains("") ? null : new Assets(compile, runtime, native);
    }
}
