namespace CnnCourse.Visualization;

/// <summary>What becomes of a signal at a rectifier on its way back to the pixels. Filters are transposed and maxima unpooled under every rule.</summary>
public enum BackwardRule
{
    /// <summary>It passes where the unit was on in the forward pass: the derivative (Simonyan et al. 2014, §3).</summary>
    Gradient,

    /// <summary>It passes where it is positive itself; normalisation across maps lets it by unchanged (Zeiler and Fergus 2014, §2.1).</summary>
    Deconvolution,

    /// <summary>It passes where both hold: guided back-propagation (Springenberg et al. 2015, §3.4).</summary>
    Guided,
}
