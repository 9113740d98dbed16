using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Training;

/// <summary>A trained network taken to another task: its layers are kept, its last one learns anew (Zeiler and Fergus 2014, §5.2).</summary>
public static class Transfer
{
    /// <summary>Keeps all parameters of a module as they are: no gradient, no step.</summary>
    public static void Freeze(Module module) => Set(module, learns: false);

    /// <summary>Lets all parameters of a module learn again.</summary>
    public static void Unfreeze(Module module) => Set(module, learns: true);

    /// <summary>Freezes all but the last linear layer, which gets fresh weights.</summary>
    /// <returns>The last layer.</returns>
    /// <exception cref="ArgumentException">The network has no linear layer.</exception>
    public static Linear KeepAllButLast(Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var last = network.modules().OfType<Linear>().LastOrDefault()
            ?? throw new ArgumentException($"{network.GetName()} has no linear layer to train anew", nameof(network));
        Freeze(network);
        Unfreeze(last);
        using var quiet = no_grad();
        init.kaiming_uniform_(last.weight, Math.Sqrt(5));
        if (last.bias is not null) init.zeros_(last.bias);
        return last;
    }

    private static void Set(Module module, bool learns)
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var parameter in module.parameters()) parameter.requires_grad = learns;
    }
}
