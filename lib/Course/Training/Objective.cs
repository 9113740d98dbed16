using CnnCourse.Layers;
using CnnCourse.Models;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>What a training step makes smaller.</summary>
internal static class Objective
{
    /// <summary>The loss of a batch, with auxiliary heads where the network has them, and the classes that its main head chooses, [N].</summary>
    public static (Tensor Loss, Tensor Answers) Of(nn.Module<Tensor, Tensor> model, Tensor images, Tensor labels, Recipe recipe)
    {
        if (model is IAuxiliaryHeads network)
        {
            var heads = network.ForwardWithHeads(images);
            return (DeepSupervision.Loss(heads, labels, recipe.AuxiliaryWeight, recipe.Loss), heads[0].argmax(1));
        }
        var output = model.call(images);
        return (recipe.Loss(output, labels), model is IPenaltyOutput ? output.argmin(1) : output.argmax(1));
    }
}
