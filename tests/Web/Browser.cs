using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CnnCourse.Site.Tests;

/// <summary>The machine's Chromium, asked through Playwright; one process per examination.</summary>
internal static class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<string> Modules = new(() => NpmPackages.Restore(
        File.ReadAllText(Beside("package.json")), File.ReadAllText(Beside("package-lock.json"))));

    /// <summary>Runs an examination of <c>examinations.mjs</c>; what the console, the network and the examination said.</summary>
    public static async Task<Examined> ExamineAsync(string examination, string address, string? screenshot = null)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Beside("browser.mjs"), Modules.Value, examination, address, screenshot ?? ""])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the examination '{examination}' did not end within {Patience}");
        }
        Assert.True(process.ExitCode == 0, $"the examination '{examination}' broke: {await error}");
        var said = JsonNode.Parse(await output)!;
        return new Examined([.. said["errors"]!.AsArray().Select(one => one!.ToString())], [.. said["external"]!.AsArray().Select(one => one!.ToString())], said["result"]);
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}

/// <param name="Errors">Errors and warnings of the console.</param>
/// <param name="External">Requests that left the site.</param>
internal sealed record Examined(IReadOnlyList<string> Errors, IReadOnlyList<string> External, JsonNode? Result);
