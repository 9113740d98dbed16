namespace CnnCourse.Arithmetic;

/// <summary>A layer that does its own arithmetic, because no rule of <see cref="CountRules"/> knows it.</summary>
public interface ICountedLayer
{
    /// <summary>Counts for one image.</summary>
    /// <param name="input">Shape of the input without the batch axis, for example [6, 14, 14].</param>
    /// <param name="output">Shape of the output without the batch axis.</param>
    LayerCount Count(long[] input, long[] output);
}
