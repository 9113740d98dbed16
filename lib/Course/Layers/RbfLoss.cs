using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Layers;

/// <summary>The two losses of LeCun et al. 1998, section II-C, on penalties y [N, classes].</summary>
public static class RbfLoss
{
    /// <summary>The j of Eq. 9 where nothing else is said.</summary>
    public const double Rejection = 1.0;

    /// <summary>Eq. 8: the mean penalty of the right class.</summary>
    /// <remarks>With trained centres this alone would collapse: all penalties zero, nothing told apart.</remarks>
    public static Tensor MeanSquared(Tensor penalties, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return penalties.gather(1, labels.unsqueeze(1)).mean().MoveToOuterDisposeScope();
    }

    /// <summary>Eq. 9, maximum a posteriori: mean of y_D + log(e^-j + Σ_i e^-y_i). Pushes wrong classes away as well.</summary>
    /// <param name="j">Penalty of the class "none of these"; classes that are further away than j are pushed no more.</param>
    public static Tensor MaximumAPosteriori(Tensor penalties, Tensor labels, double j = Rejection)
    {
        using var scope = NewDisposeScope();
        var right = penalties.gather(1, labels.unsqueeze(1)).squeeze(1);
        var rejection = full_like(right, -j).unsqueeze(1);
        var all = cat([rejection, -penalties], 1).logsumexp(1);
        return (right + all).mean().MoveToOuterDisposeScope();
    }
}
