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

    /// <summary>Puts a state dict into a network; nothing is changed unless every key and shape fits.</summary>
    public static void LoadInto(nn.Module model, string name, string path)
    {
        try
        {
            model.load_state_dict(new Dictionary<string, Tensor>(Load(path)));
        }
        catch (InvalidOperationException e)
        {
            var said = e.Message.Length > 300 ? e.Message[..300] + "..." : e.Message;
            throw new UserError($"{path} holds no weights of {name}: {said} ('course weights inspect {path} --model {name}' lists them key by key)");
        }
    }
}
