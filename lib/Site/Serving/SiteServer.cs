using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace CnnCourse.Site;

/// <summary>Serves a site on loopback, builds it again when a notebook is saved and tells the open pages.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    internal const string ChangesPath = "/-/changes";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private readonly WebApplication app;
    private readonly SiteWatcher watcher;

    private SiteServer(WebApplication app, SiteWatcher watcher) => (this.app, this.watcher) = (app, watcher);

    /// <summary>Where the site is.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <param name="files">The notebooks; asked again for every build, so that new ones appear.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="log">Told of every build, and of notebooks that cannot be built.</param>
    public static async Task<SiteServer> StartAsync(Func<IReadOnlyList<string>> files, string outputDirectory, SiteOptions options, int port, Action<string> log)
    {
        options = options with { ReloadsItself = true };
        var report = SiteBuilder.Build(files(), outputDirectory, options);
        var watcher = new SiteWatcher(files, Path.GetDirectoryName(report.IndexPath)!, options, log);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.Use(RefuseStrangersAsync);
        app.MapGet(ChangesPath, context => SendChangesAsync(context, watcher, app.Lifetime.ApplicationStopping));
        var content = new PhysicalFileProvider(Path.GetDirectoryName(report.IndexPath)!);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = content });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = content, OnPrepareResponse = sent => sent.Context.Response.Headers.CacheControl = "no-cache" });
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch
        {
            watcher.Dispose();
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new SiteServer(app, watcher);
    }

    /// <summary>Waits until told to stop.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        watcher.Dispose();
        await app.DisposeAsync().ConfigureAwait(false);
    }

    // A page elsewhere could name a host of its own for 127.0.0.1 and read the site through the reader's browser.
    private static Task RefuseStrangersAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]")
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static async Task SendChangesAsync(HttpContext context, SiteWatcher watcher, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        try
        {
            await context.Response.WriteAsync(": watching\n\n", end.Token).ConfigureAwait(false);
            while (!end.IsCancellationRequested)
            {
                await context.Response.Body.FlushAsync(end.Token).ConfigureAwait(false);
                var hasChanged = await watcher.NextBuildAsync(Heartbeat, end.Token).ConfigureAwait(false);
                await context.Response.WriteAsync(hasChanged ? "data: built\n\n" : ": still here\n\n", end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader closed the page, or the server ends.
        }
    }
}
