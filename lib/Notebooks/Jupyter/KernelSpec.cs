using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>Makes the kernel known to Jupyter clients, and unknown again.</summary>
public static class KernelSpec
{
    private const string Mark = "cnn_course";

    /// <summary>The second name answers notebooks that were made with .NET Interactive.</summary>
    private static readonly string[] Names = [Kernel.Name, ".net-csharp"];

    /// <summary>Where Jupyter looks for kernels: below a prefix, else the user's own folder.</summary>
    public static string Folder(string? prefix = null)
    {
        if (prefix is not null)
            return Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } set ? set
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share"), "jupyter");
        return Path.Combine(data, "kernels");
    }

    /// <summary>Writes the kernel's description; one of the same name that is not ours stays as it is.</summary>
    /// <param name="command">Program and arguments that start the kernel, to be followed by <c>--connection-file FILE</c>.</param>
    /// <returns>The folders written.</returns>
    public static IReadOnlyList<string> Install(IReadOnlyList<string> command, string? prefix = null)
    {
        List<string> written = [];
        foreach (var folder in Names.Select(name => Path.Combine(Folder(prefix), name)))
        {
            if (File.Exists(Path.Combine(folder, "kernel.json")) && !IsOurs(folder))
                continue;
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "kernel.json"), Describe(command, Path.GetFileName(folder)).ToJsonString(new() { WriteIndented = true }) + "\n");
            written.Add(folder);
        }
        return written;
    }

    /// <returns>The folders removed; empty when the kernel was not installed there.</returns>
    public static IReadOnlyList<string> Uninstall(string? prefix = null)
    {
        var ours = Names.Select(name => Path.Combine(Folder(prefix), name)).Where(IsOurs).ToArray();
        foreach (var folder in ours)
            Directory.Delete(folder, recursive: true);
        return ours;
    }

    private static JsonObject Describe(IReadOnlyList<string> command, string name) => new()
    {
        ["argv"] = new JsonArray([.. command.Append("--connection-file").Append("{connection_file}").Select(part => JsonValue.Create(part))]),
        ["display_name"] = name == Kernel.Name ? "C# (CNN course)" : "C# (CNN course, for .NET Interactive notebooks)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { [Mark] = true, ["debugger"] = false },
    };

    private static bool IsOurs(string folder)
    {
        var path = Path.Combine(folder, "kernel.json");
        try
        {
            return File.Exists(path) && JsonNode.Parse(File.ReadAllText(path))?["metadata"]?[Mark] is not null;
        }
        catch (Exception damaged) when (damaged is System.Text.Json.JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
