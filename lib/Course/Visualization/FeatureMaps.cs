using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Visualization;

/// <summary>What each layer makes of one image.</summary>
public static class FeatureMaps
{
    /// <summary>The outputs of all layers, in the order of the forward pass, through forward hooks: any tree of modules will do.</summary>
    /// <param name="model">On the device of the image.</param>
    /// <param name="image">[1, C, H, W], prepared as in training.</param>
    public static IReadOnlyList<LayerMaps> Of(nn.Module<Tensor, Tensor> model, Tensor image)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var maps = new List<LayerMaps>();
        var hooks = new List<Action>();
        var wasTraining = model.training;
        foreach (var (name, module) in model.named_modules())
        {
            if (module is not nn.Module<Tensor, Tensor> layer || layer.children().Any()) continue;
            hooks.Add(layer.register_forward_hook((_, _, output) =>
            {
                maps.Add(new(name, output[0].detach().to(CPU).clone().DetachFromDisposeScope()));   // the network's own scope would bury it
                return output;
            }).remove);
        }
        try
        {
            model.eval();
            model.call(image);
        }
        finally
        {
            hooks.ForEach(remove => remove());
            model.train(wasTraining);
        }
        return [.. maps.Select(m => m with { Maps = scope.MoveToOuter(m.Maps) })];
    }
}
