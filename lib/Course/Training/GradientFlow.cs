using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>How much gradient reaches each layer.</summary>
public static class GradientFlow
{
    /// <summary>The gradient of one convolution's or linear layer's weights.</summary>
    /// <param name="Weight">The parameter's name.</param>
    /// <param name="Shape">[outputs, inputs] or [outputs, inputs, h, w].</param>
    /// <param name="Norm">Euclidean length of the gradient.</param>
    /// <param name="WeightNorm">Euclidean length of the weights themselves.</param>
    public sealed record Layer(string Weight, IReadOnlyList<long> Shape, double Norm, double WeightNorm)
    {
        /// <summary>The gradient in units of the weights.</summary>
        public double Relative => Norm / WeightNorm;
    }

    /// <summary>The gradients of the cross-entropy on one batch, first layer first. Neither weights nor <c>grad</c> are changed.</summary>
    /// <param name="model">In the mode that it is in; running statistics move in training mode.</param>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="labels">[N] int64.</param>
    public static IReadOnlyList<Layer> Of(nn.Module<Tensor, Tensor> model, Tensor images, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var scope = NewDisposeScope();
        var weights = model.named_parameters().Where(p => p.parameter.ndim >= 2 && p.parameter.requires_grad).ToArray();
        var loss = nn.functional.cross_entropy(model.call(images), labels);
        var gradients = autograd.grad([loss], [.. weights.Select(w => w.parameter)]);
        return [.. weights.Zip(gradients, (w, gradient) => new Layer(w.name, w.parameter.shape, Length(gradient), Length(w.parameter)))];
    }

    private static double Length(Tensor values) => values.detach().norm().ToDouble();
}
