using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CnnCourse.Evaluation;
using CnnCourse.Torch;
using CnnCourse.Training;
using CnnCourse.Training.Recipes;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course train</c>: lists the named recipes, or runs one; a run that is stopped goes on from its checkpoint.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("recipe") { Description = "name of a recipe; lists them when left out", Arity = ArgumentArity.ZeroOrOne };
        var seed = new Option<int>("--seed") { Description = "decides weights, order and augmentation", DefaultValueFactory = _ => 1 };
        var device = new Option<string>("--device") { Description = "auto (CUDA where there is one), cpu, cuda or cuda:1", DefaultValueFactory = _ => "auto" };
        var checkpoint = new Option<FileInfo?>("--checkpoint") { Description = "keeps the run after each epoch and when it is stopped, and is gone on from (default: out/train/RECIPE-SEED.checkpoint)", HelpName = "FILE" };
        var weights = new Option<FileInfo?>("--weights") { Description = "write the trained weights: .pth, .safetensors or .dat", HelpName = "FILE" };
        var command = new Command("train", "Train a network by one of the course's named recipes.") { name, seed, device, checkpoint, weights };
        command.SetAction((parsed, stop) => Task.FromResult(parsed.GetValue(name) is { } wanted
            ? Run(RecipeBook.Find(wanted), parsed.GetValue(seed), parsed.GetValue(device)!, parsed.GetValue(checkpoint)?.FullName, parsed.GetValue(weights)?.FullName, stop)
            : List()));
        return command;
    }

    private static int List()
    {
        foreach (var recipe in RecipeBook.All)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recipe.Name,-18}  {recipe.Title}\n{"",18}  aims at {recipe.Target:0.00%}; {recipe.Measured}"));
        return 0;
    }

    private static int Run(NamedRecipe named, int seed, string device, string? checkpoint, string? weights, CancellationToken stop)
    {
        CourseEnvironment.Set(device, full: true);
        using var scope = NewDisposeScope();
        var data = named.Data().To(Profile.Current.Device);
        manual_seed(seed);
        var model = named.Network().to(Profile.Current.Device);
        var recipe = named.Recipe(seed);
        var file = checkpoint ?? Path.Combine(Repository.Root, "out", "train", $"{named.Name}-{seed}.checkpoint");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{named.Title}\n{model.parameters().Sum(p => p.numel()):N0} parameters, {data.Train.Count:N0} images, {recipe.Epochs} epochs, seed {seed}, on {Profile.Current.Device}{(File.Exists(file) ? $", from {file}" : "")}"));

        var history = Trainer.Fit(model, data, recipe, file, new TrainingBar(), stop);
        var used = string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0} s of processor time, {(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds:0} s by the clock");
        if (stop.IsCancellationRequested)
        {
            Console.WriteLine($"stopped after {used}; the same command goes on from {file}");
            return 1;
        }
        var mirrored = named.FlipsAtTest ? string.Create(CultureInfo.InvariantCulture, $", with mirror images {Mirrored.Accuracy(model, data.Test):0.00%}") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy {history[^1].TestAccuracy:0.00%}{mirrored} (aim: {named.Target:0.00%}); {used}"));
        if (weights is not null) WeightFile.Save(weights, model.state_dict());
        return 0;
    }
}
