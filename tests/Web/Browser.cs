using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CnnCourse.Site.Tests;

/// <summary>The machine's Chromium, driven through Playwright by a script that lives as long as the tests.</summary>
internal static class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Lazy<Process> Script = new(Start);

    /// <summary>Runs an examination of <c>examinations.mjs</c>; what the console, the network and the examination said.</summary>
    /// <param name="screenshot">A file to keep the page's picture in, for looking at.</param>
    public static async Task<Examined> ExamineAsync(string examination, string address, string screenshot = "")
    {
        await Turn.WaitAsync();
        try
        {
            await Script.Value.StandardInput.WriteLineAsync($"{examination} {address} {screenshot}".TrimEnd());
            await Script.Value.StandardInput.FlushAsync();
            var line = await Script.Value.StandardOutput.ReadLineAsync().WaitAsync(Patience)
                ?? throw new IOException($"the browser script ended: {await Script.Value.StandardError.ReadToEndAsync()}");
            var said = JsonNode.Parse(line)!;
            Assert.True(said["broke"] is null, $"the examination '{examination}' broke: {said["broke"]}");
            return new Examined(Texts(said["errors"]), Texts(said["external"]), said["result"]);
        }
        finally
        {
            Turn.Release();
        }
    }

    // The script ends when its input does, which is when this process ends.
    private static Process Start()
    {
        var modules = NpmPackages.Restore(File.ReadAllText(Beside("package.json")), File.ReadAllText(Beside("package-lock.json")));
        return Process.Start(new ProcessStartInfo("node", [Beside("browser.mjs"), modules])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static string[] Texts(JsonNode? texts) => [.. texts!.AsArray().Select(one => one!.ToString())];
}

/// <param name="Errors">Errors and warnings of the console.</param>
/// <param name="External">Requests that left the site.</param>
internal sealed record Examined(IReadOnlyList<string> Errors, IReadOnlyList<string> External, JsonNode? Result);
