using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Tests.Models;

/// <summary>Weights that reference.py draws in the same way.</summary>
internal static class Drawn
{
    /// <summary>Draws every entry of the state dict in alphabetical order: small weights, running statistics that matter.</summary>
    internal static T Fill<T>(T model) where T : Module
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        manual_seed(1);
        foreach (var (key, value) in model.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (!value.is_floating_point()) continue;
            var noise = randn(value.shape);
            value.copy_(value.dim() > 1 ? noise * Math.Sqrt(2.0 * value.shape[0] / value.numel())
                : key.EndsWith("running_var", StringComparison.Ordinal) ? noise.abs() + 0.5
                : key.EndsWith("weight", StringComparison.Ordinal) ? noise * 0.1 + 1
                : noise * 0.1);
        }
        return model;
    }

    internal static string[] Keys(Module model)
    {
        using var scope = NewDisposeScope();
        return model.state_dict().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]").ToArray();
    }

    internal static float[] Floats(Tensor tensor)
    {
        using var contiguous = tensor.detach().contiguous();
        return contiguous.data<float>().ToArray();
    }

    /// <summary>The largest difference, as a part of the largest expected value.</summary>
    internal static double RelativeError(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = expected.Max(Math.Abs);
        Assert.True(largest > 0 && float.IsFinite(largest), $"The reference is no measure: {largest}");
        return expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max() / largest;
    }
}
