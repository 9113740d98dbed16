namespace CnnCourse.Data;

/// <summary>The patterns of paints: a share of the second colour, 0..1, at each point.</summary>
internal static class Patterns
{
    private const int Octaves = 3;

    /// <param name="paint">What to evaluate.</param>
    /// <param name="along">The paint's angle as (cosine, sine).</param>
    /// <param name="x">Share of the side, from the left.</param>
    /// <param name="y">Share of the side, from the top.</param>
    public static float At(in Paint paint, (float Cos, float Sin) along, float x, float y)
    {
        var u = (x * along.Cos + y * along.Sin) / paint.Period + paint.Phase;
        var v = (y * along.Cos - x * along.Sin) / paint.Period;
        return paint.Pattern switch
        {
            Pattern.Gradient => Smooth(Math.Clamp(0.5f + 0.25f * (u - paint.Phase), 0, 1)),
            Pattern.Waves => 0.5f + 0.5f * MathF.Sin(MathF.Tau * u),
            Pattern.Stripes => Hard(Triangle(u) - 0.25f, paint.Period),
            Pattern.Checks => Hard((Triangle(u) - 0.25f) * (Triangle(v) - 0.25f) * 6, paint.Period),
            Pattern.Spots => Hard(0.32f - MathF.Sqrt(Square(Triangle(u) * 2 - 0.5f) + Square(Triangle(v) * 2 - 0.5f)), paint.Period),
            _ => Clouds(u, v, (uint)(int)(paint.Phase * 1000)),
        };
    }

    // Distance to the nearest whole number, 0..0.5.
    private static float Triangle(float u) => MathF.Abs(u - MathF.Round(u));

    private static float Square(float u) => u * u;

    // An edge about a pixel of a 32-pixel image wide.
    private static float Hard(float distance, float period) => Math.Clamp(0.5f + distance * period * 32, 0, 1);

    private static float Smooth(float t) => t * t * (3 - 2 * t);

    private static float Clouds(float u, float v, uint seed)
    {
        var (sum, weight) = (0f, 0.5f);
        for (var octave = 0; octave < Octaves; octave++, u *= 2, v *= 2, weight /= 2, seed += 7919) sum += weight * Lattice(u, v, seed);
        return Math.Clamp(1.8f * (sum / (1 - weight * 2) - 0.5f) + 0.5f, 0, 1);
    }

    // Random numbers on whole points, smoothly joined.
    private static float Lattice(float u, float v, uint seed)
    {
        var (left, top) = ((int)MathF.Floor(u), (int)MathF.Floor(v));
        var (s, t) = (Smooth(u - left), Smooth(v - top));
        var (a, b) = (Hash(left, top, seed), Hash(left + 1, top, seed));
        var (c, d) = (Hash(left, top + 1, seed), Hash(left + 1, top + 1, seed));
        var (upper, lower) = (a + (b - a) * s, c + (d - c) * s);
        return upper + (lower - upper) * t;
    }

    private static float Hash(int x, int y, uint seed)
    {
        var bits = unchecked((uint)x * 0x8DA6B343u ^ (uint)y * 0xD8163841u ^ seed * 0xCB1AB31Fu);
        bits = (bits ^ bits >> 15) * 0x2C1B3C6Du;
        bits = (bits ^ bits >> 12) * 0x297A2D39u;
        return (bits >> 8) / (float)(1 << 24);
    }
}
