using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>
/// The random numbers of random transforms. Inside a data loader each sample has its own, which depend on the loader's seed and
/// the sample's place and not on the thread; elsewhere they are those of torch's default generator.
/// </summary>
internal static class SampleRandom
{
    [ThreadStatic] private static Generator? own;
    [ThreadStatic] private static bool active;

    internal static Generator? Generator => active ? own : null;

    /// <summary>A number in 0..1.</summary>
    internal static double NextDouble()
    {
        using var draw = rand([1], float64, generator: Generator);
        return draw.item<double>();
    }

    /// <summary>An integer from 0 to below <paramref name="count"/>.</summary>
    internal static int Next(int count) => Math.Min((int)(NextDouble() * count), count - 1);

    /// <summary>A seed from torch's default generator, for a loader that was given none.</summary>
    internal static long NewSeed()
    {
        using var draw = rand([1], float64);
        return (long)(draw.item<double>() * int.MaxValue);
    }

    internal static Ended Begin(long seed, long place)
    {
        own ??= new Generator();
        own.manual_seed(Mix(unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + (ulong)place)));
        active = true;
        return default;
    }

    internal readonly struct Ended : IDisposable
    {
        public void Dispose() => active = false;
    }

    // Neighbouring seeds would give neighbouring generators; this spreads them (the finaliser of SplitMix64).
    private static long Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ x >> 27) * 0x94D049BB133111EBUL;
        return (long)(x ^ x >> 31);
    }
}
