using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The numbers below a size in random order: the same order at each enumeration if a seed is given.</summary>
public class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    // Inside out: number k goes to a random place up to its own, and what was there moves to place k.
    // The draws are those of TorchSharp, so that the same seed gives the same order there.
    public IEnumerator<long> GetEnumerator()
    {
        var random = seed is { } s ? new Random(s) : new Random();
        var order = new long[size];
        for (var k = 0L; k < size; k++)
        {
            var place = unchecked(((long)random.Next() << 32) + (uint)random.Next()) % (k + 1);
            order[k] = order[place];
            order[place] = k;
        }
        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
