using System.Globalization;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>Stops a run whose loss is no longer a number, and finds where that began.</summary>
public static class NanGuard
{
    /// <summary>Passes a finite loss; reading it waits for the device.</summary>
    /// <exception cref="DivergedException">The loss is NaN or infinite.</exception>
    internal static void Check(Tensor loss, nn.Module<Tensor, Tensor> model, Tensor images, double rate)
    {
        using var read = loss.detach().to(ScalarType.Float64);
        var value = read.item<double>();
        if (double.IsFinite(value)) return;
        var place = FirstNonFinite(model, images);
        var where = place is { } p
            ? $"the first layer whose output is not finite is '{p.Layer}' ({p.Type}); its own weights are {(p.HasFiniteWeights ? "still finite" : "no longer finite, so an earlier step was too long")}"
            : "all layers give finite outputs, so it is the loss function that overflows";
        throw new DivergedException(
            string.Create(CultureInfo.InvariantCulture, $"the loss became {value}: {where}. Try a lower learning rate (it is {rate:g3}), or look at the images for values that are not numbers."),
            place?.Layer);
    }

    /// <summary>The first layer, in the order of the forward pass, that makes NaN or infinity.</summary>
    public static (string Layer, string Type, bool HasFiniteWeights)? FirstNonFinite(nn.Module<Tensor, Tensor> model, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        (string, string, bool)? found = null;
        var layers = model.named_modules().Append(("", model)).Where(m => !m.Item2.children().Any()).ToArray();
        var hooks = new List<Action>();
        foreach (var (name, module) in layers)
        {
            if (module is not nn.Module<Tensor, Tensor> layer) continue;
            hooks.Add(layer.register_forward_hook((_, _, output) =>
            {
                if (found is null && !IsFinite(output)) found = (name, layer.GetType().Name, layer.parameters().All(IsFinite));
                return output;
            }).remove);
        }
        try
        {
            model.call(images);
        }
        finally
        {
            hooks.ForEach(remove => remove());
        }
        return found;
    }

    private static bool IsFinite(Tensor values)
    {
        using var scope = NewDisposeScope();
        return values.isfinite().all().item<bool>();
    }
}
