using CnnCourse.Models;
using CnnCourse.Torch;
using static TorchSharp.torch;

namespace CnnCourse.Cli;

/// <summary>Weight files as the command line meets them: what is wrong becomes one line.</summary>
internal static class Weights
{
    public static OrderedDictionary<string, Tensor> Load(string path)
    {
        try
        {
            return WeightFile.Load(path);
        }
        catch (Exception e) when (e is WeightFileException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserError(e.Message);
        }
    }

    public static IReadOnlyList<WeightEntry> Inspect(string path)
    {
        try
        {
            return WeightFile.Inspect(path);
        }
        catch (Exception e) when (e is WeightFileException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserError(e.Message);
        }
    }

    /// <summary>The one tensor of a file.</summary>
    public static Tensor Single(string path)
    {
        var tensors = Load(path);
        return tensors.Count == 1 ? tensors.GetAt(0).Value
            : throw new UserError($"{path} holds {tensors.Count} tensors; one was expected: {string.Join(", ", tensors.Keys.Take(5))}");
    }

    /// <summary>A network of the zoo in eval mode with the weights of a file.</summary>
    /// <remarks>Files from before batch normalisation counted its batches lack those counts; eval mode has no use for them.</remarks>
    public static nn.Module<Tensor, Tensor> Loaded(ZooEntry entry, string path)
    {
        var tensors = new Dictionary<string, Tensor>(Load(path));
        var model = entry.Build();
        foreach (var (key, own) in model.state_dict())
            if (key.EndsWith(".num_batches_tracked", StringComparison.Ordinal)) tensors.TryAdd(key, own);
        try
        {
            model.load_state_dict(tensors);
        }
        catch (InvalidOperationException e)
        {
            var said = e.Message.Length > 300 ? e.Message[..300] + "..." : e.Message;
            throw new UserError($"{path} holds no weights of {entry.Name}: {said} ('course weights inspect {path} --model {entry.Name}' lists them key by key)");
        }
        model.eval();
        return model;
    }
}
