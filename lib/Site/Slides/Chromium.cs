using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace CnnCourse.Site;

/// <summary>A Chromium of our own with one page, spoken to through its debugging socket on loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private int calls;

    private Chromium(Process process) => this.process = process;

    public static async Task<Chromium> StartAsync(string profile, string address, CancellationToken stop)
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } own ? own : Names.Select(Programs.Find).FirstOrDefault(found => found is not null)
            ?? throw new IOException("a PDF needs Chromium, which was not found: apt-get install chromium (or set CHROMIUM to its path)");
        List<string> arguments = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={profile}", "--remote-debugging-port=0", address];
        if (Environment.IsPrivilegedProcess)
            arguments.Insert(1, "--no-sandbox");   // Chromium refuses to start as root otherwise
        var chromium = new Chromium(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!);
        try
        {
            await chromium.ConnectAsync(Path.Combine(profile, "DevToolsActivePort"), stop).ConfigureAwait(false);
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<bool> IsTrueAsync(string expression, CancellationToken stop)
    {
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression }, stop).ConfigureAwait(false);
        return answer["result"]?["value"] is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;
    }

    /// <summary>The page as a PDF in the size its style sheets ask for.</summary>
    public async Task<byte[]> PrintAsync(CancellationToken stop)
    {
        var answer = await CallAsync("Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = true }, stop).ConfigureAwait(false);
        return Convert.FromBase64String(answer["data"]!.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private async Task ConnectAsync(string portFile, CancellationToken stop)
    {
        while (!File.Exists(portFile) || (await File.ReadAllTextAsync(portFile, stop).ConfigureAwait(false)).Split('\n').Length < 2)
        {
            if (process.HasExited)
                throw new IOException($"Chromium ended at once: {(await process.StandardError.ReadToEndAsync(stop).ConfigureAwait(false)).Trim()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), stop).ConfigureAwait(false);
        }
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);   // a full pipe would stop it
        var port = (await File.ReadAllLinesAsync(portFile, stop).ConfigureAwait(false))[0];
        using var client = new HttpClient();
        var targets = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), stop).ConfigureAwait(false))!.AsArray();
        var page = targets.First(one => one!["type"]!.ToString() == "page")!;
        await socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.ToString()), stop).ConfigureAwait(false);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters, CancellationToken stop)
    {
        var id = ++calls;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString();
        await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, stop).ConfigureAwait(false);
        while (true)
        {
            var answer = await ReceiveAsync(stop).ConfigureAwait(false);
            if ((int?)answer["id"] != id)
                continue;
            return answer["result"] ?? throw new IOException($"Chromium refused {method}: {answer["error"]?["message"]}");
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken stop)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), stop).ConfigureAwait(false);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray()) ?? throw new IOException("Chromium closed the connection");
    }
}
