using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace CnnCourse.Site;

/// <summary>npm packages that a lock file names, in the user's cache; brought there once, by <c>npm ci</c>.</summary>
public static class NpmPackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder of cached packages: $COURSE_CACHE, $XDG_CACHE_HOME or ~/.cache, then <c>cnncourse/web</c>.</summary>
    public static string CacheDirectory => Path.Combine(
        Environment.GetEnvironmentVariable("COURSE_CACHE") is { Length: > 0 } own ? own
            : Path.Combine(
                Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
                    : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
                "cnncourse"),
        "web");

    /// <summary>The <c>node_modules</c> folder for a package.json and its lock file, restored first where it is missing.</summary>
    /// <exception cref="IOException">npm is missing or failed; the message says what to do.</exception>
    public static string Restore(string package, string @lock)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(package + @lock)))[..12];
        var modules = Path.Combine(CacheDirectory, key, "node_modules");
        if (Directory.Exists(modules))
            return modules;
        var staging = Directory.CreateDirectory(Path.Combine(CacheDirectory, $"{key}.{Environment.ProcessId}")).FullName;
        try
        {
            File.WriteAllText(Path.Combine(staging, "package.json"), package);
            File.WriteAllText(Path.Combine(staging, "package-lock.json"), @lock);
            Install(staging);
            if (!Directory.Exists(modules))
                Directory.Move(staging, Path.Combine(CacheDirectory, key));
            return modules;
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    private static void Install(string directory)
    {
        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = directory, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new IOException("the site's scripts and fonts are npm packages, and npm is not installed: apt-get install npm", missing);
        }
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
                process.Kill(entireProcessTree: true);
            if (process.ExitCode != 0)
                throw new IOException("'npm ci' could not bring the site's scripts and fonts (needed once, then they are cached in "
                    + $"{CacheDirectory}). Is there a network? npm said:\n{(error.Result + output.Result).Trim()}");
        }
    }
}
