using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

/// <summary>Modules one after the other, for networks whose layers have names of their own.</summary>
public static class Chain
{
    /// <summary>x through each module in turn; a module that a variant lacks is null and is left out.</summary>
    /// <remarks>
    /// A map is freed as soon as the next one is there, as in <c>Sequential</c>: inference needs two maps, not all.
    /// A hook that wants to keep one takes an alias.
    /// </remarks>
    public static Tensor Through(this Tensor x, params ReadOnlySpan<Module<Tensor, Tensor>?> modules)
    {
        var result = x;
        foreach (var module in modules)
        {
            if (module is null) continue;
            var before = result;
            result = module.call(before);
            if (!ReferenceEquals(before, x) && !ReferenceEquals(before, result)) before.Dispose();
        }
        return ReferenceEquals(result, x) ? x.alias() : result;
    }
}
