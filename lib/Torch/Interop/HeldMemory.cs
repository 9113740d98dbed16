namespace CnnCourse.Torch;

/// <summary>
/// Memory of tensors, which the collector does not see. It is made to run when there may be forgotten ones: when memory has doubled, or
/// grown by a gigabyte, since it last found any. GC.AddMemoryPressure counts what is taken and not what is given back at once:
/// a training loop that forgets nothing would spend a sixth of its time in collections.
/// </summary>
internal static class HeldMemory
{
    private const long Least = 64L << 20, Most = 1L << 30;
    private static long used;
    private static long limit = Least;

    internal static long Used => Volatile.Read(ref used);

    internal static void Take(long bytes)
    {
        var now = Interlocked.Add(ref used, bytes);
        if (now <= Volatile.Read(ref limit)) return;
        SetLimit(now);
        GC.Collect(2, GCCollectionMode.Forced, blocking: false);
    }

    internal static void GiveBack(long bytes) => Interlocked.Add(ref used, -bytes);

    /// <summary>The same for a tensor that the collector found: what is left shows how much is really in use.</summary>
    internal static void GiveBackForgotten(long bytes) => SetLimit(Interlocked.Add(ref used, -bytes));

    private static void SetLimit(long now) => Volatile.Write(ref limit, now + Math.Clamp(now, Least, Most));
}
