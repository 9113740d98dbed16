using System.CommandLine;
using System.Globalization;
using CnnCourse.Data;
using CnnCourse.Evaluation;
using CnnCourse.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course predict IMAGE</c>: what a network of the zoo takes a picture for.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var image = new Argument<string>("image") { Description = "a JPEG or PNG file" };
        var model = new Option<string>("--model") { Description = "a network of the zoo", Required = true, HelpName = "NAME" };
        var weights = new Option<string?>("--weights") { Description = "state dict: .pth, .safetensors or .dat; what 'course weights fetch' got when left out", HelpName = "FILE" };
        var top = new Option<int>("--top") { Description = "guesses to print", DefaultValueFactory = _ => 5 };
        var crops = new Option<string>("--crops") { Description = "1, 10, 144 or dense", DefaultValueFactory = _ => "1" };
        var classes = new Option<string?>("--classes") { Description = "text file with a class name in each line; the weight file's own names when left out, or ImageNet's", HelpName = "FILE" };
        var command = new Command("predict", "Name what a picture shows.") { image, model, weights, top, crops, classes };
        command.SetAction(parsed => Run(parsed.GetValue(image)!, ModelZoo.Find(parsed.GetValue(model)!), parsed.GetValue(weights),
            parsed.GetValue(top), parsed.GetValue(crops)!, parsed.GetValue(classes)));
        return command;
    }

    private static int Run(string image, ZooEntry entry, string? file, int top, string crops, string? classes)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        if (crops is not ("1" or "10" or "144" or "dense")) throw new UserError($"there is no protocol of '{crops}' crops: choose 1, 10, 144 or dense");
        if (top < 1) throw new UserError($"--top {top} prints nothing: give 1 or more");
        var published = PublishedWeights.All.Where(w => w.Model == entry.Name).ToArray();
        var weights = file ?? published.Select(w => Path.Combine(DataFolders.Weights, w.File)).FirstOrDefault(File.Exists)
            ?? throw new UserError($"{entry.Name} has no weights here: give --weights FILE{(published.Length > 0 ? $", or get torchvision's with 'course weights fetch {entry.Name}'" : "")}");
        var picture = Picture(image);
        var model = Weights.Loaded(entry, weights);
        // Published files are known by their names; any other file is taken for the first recipe's.
        var preprocessing = (published.FirstOrDefault(w => w.File == Path.GetFileName(weights)) ?? published.FirstOrDefault())?.Preprocessing
            ?? Preprocessing.For(entry.Input);
        var scores = Score(model, entry, preprocessing, preprocessing.Prepare(picture), crops);
        var names = ClassNames.For(weights, classes, (int)scores.shape[^1]);
        var (values, indices) = scores.flatten().topk((int)Math.Min(top, scores.numel()), 0);
        foreach (var (share, index) in values.data<float>().ToArray().Zip(indices.data<long>().ToArray()))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share,7:0.00%}  {names[(int)index]}"));
        return 0;
    }

    // [classes], summing to 1.
    private static Tensor Score(nn.Module<Tensor, Tensor> model, ZooEntry entry, Preprocessing preprocessing, Tensor image, string crops)
    {
        var size = preprocessing.Crop;
        var cut = crops switch
        {
            "10" => Crops.Ten(image, size).squeeze(0),
            "144" => Crops.OneHundredFortyFour(image.squeeze(0), size, [.. Crops.Scales.Select(scale => scale * size / 224)]),
            "dense" => image,
            _ => preprocessing.Center(image),
        };
        if (crops == "dense") model = Dense(model);
        return InputShapes.Forward(model, entry, cut).softmax(1).mean([0]);
    }

    // A network that ends in global average pooling looks everywhere as it is.
    private static nn.Module<Tensor, Tensor> Dense(nn.Module<Tensor, Tensor> model)
    {
        try
        {
            return new DenseNetwork(model);
        }
        catch (ArgumentException)
        {
            return model;
        }
    }

    private static Tensor Picture(string path)
    {
        try
        {
            return torchvision.io.read_image(path, torchvision.io.ImageReadMode.RGB);
        }
        catch (Exception e) when (e is FormatException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UserError(e is FormatException ? $"{path} is no picture that can be read: give a JPEG or PNG file" : $"there is no picture {path}");
        }
    }
}
