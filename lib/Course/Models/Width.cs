namespace CnnCourse.Models;

/// <summary>The width knob: how a miniature's map counts follow from the paper's.</summary>
internal static class Width
{
    /// <summary>maps × width, at least <paramref name="multiple"/> and divisible by it (two groups need even counts).</summary>
    internal static long Times(this double width, long maps, long multiple = 1) =>
        Math.Max(1, (long)Math.Round(maps * width / multiple)) * multiple;
}
