using System.CommandLine;
using System.Globalization;
using CnnCourse.Data;
using CnnCourse.Models;

namespace CnnCourse.Cli.Commands;

internal static partial class WeightsCommand
{
    private static Command Fetch()
    {
        var model = new Argument<string>("model");
        var folder = new Option<string>("--to") { Description = "folder to put the file in", DefaultValueFactory = _ => DataFolders.Weights };
        var version = new Option<int>("--version") { Description = "2 for the newer training recipe of resnet50, resnet101 and resnet152", DefaultValueFactory = _ => 1 };
        var mirror = new Option<string?>("--from") { Description = "address of a mirror", HelpName = "URL" };
        var command = new Command("fetch", "Download the weights that torchvision publishes for a network; goes on where it broke off.") { model, folder, version, mirror };
        command.SetAction(parsed => Fetch(PublishedWeights.Of(parsed.GetValue(model)!, parsed.GetValue(version)), parsed.GetValue(folder)!, Mirror(parsed.GetValue(mirror))));
        return command;
    }

    private static Uri? Mirror(string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address
        : throw new UserError($"'{text}' is no address of a mirror: write http:// or https://, a host and a folder that ends in /");

    private static int Fetch(PublishedWeights weights, string folder, Uri? mirror)
    {
        var source = new Uri(mirror ?? new Uri(PublishedWeights.Home), weights.File);
        try
        {
            if (!DataFolders.MayDownload && !File.Exists(Path.Combine(folder, weights.File))) throw new HttpRequestException("downloads are switched off");
            Console.WriteLine(weights.Fetch(folder, mirror, Console.IsErrorRedirected ? null : new Line()));
            return 0;
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or TaskCanceledException)
        {
            throw new UserError($"cannot fetch {source} ({e.Message.TrimEnd('.')}). Download it where there is a network and put it into {Path.GetFullPath(folder)}"
                + (File.Exists(Path.Combine(folder, weights.File + ".part")) ? "; what has come so far is kept for the next try" : ""), 1);
        }
    }

    private sealed class Line : IProgress<(long Done, long? Of)>
    {
        public void Report((long Done, long? Of) value) =>
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done >> 20} MiB{(value.Of is { } all ? $" of {all >> 20}" : "")}{(value.Done == value.Of ? "\n" : "")}"));
    }
}
