namespace CnnCourse.Data;

/// <summary>A stream of random numbers (SplitMix64, Steele et al. 2014), cheap enough for one to each image.</summary>
internal struct Dice(ulong seed, ulong stream = 0)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = Mixed(seed * Step + 1) ^ Mixed(stream * Step + 2);

    /// <summary>Uniform in 0..1.</summary>
    public float Next()
    {
        state += Step;
        return (Mixed(state) >> 40) / (float)(1 << 24);
    }

    public float Between(float low, float high) => low + (high - low) * Next();

    /// <summary>Uniform in 0..count-1.</summary>
    public int Pick(int count) => (int)(Next() * count);

    public bool Happens(float probability) => Next() < probability;

    /// <summary>Fisher and Yates' shuffle.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var k = items.Length - 1; k > 0; k--)
        {
            state += Step;
            var other = (int)(Mixed(state) % (ulong)(k + 1));
            (items[k], items[other]) = (items[other], items[k]);
        }
    }

    /// <summary>A number's bits stirred.</summary>
    public static ulong Mixed(ulong bits)
    {
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
        return bits ^ bits >> 31;
    }
}
