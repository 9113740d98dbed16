namespace CnnCourse.Data;

/// <summary>Parts of a set in which every class keeps its share. The same seed gives the same parts.</summary>
public static class Splits
{
    /// <summary>The shares 65, 25 and 10 in a hundred for training, testing and validation (Looney 1996).</summary>
    public static readonly IReadOnlyList<double> Looney = [0.65, 0.25, 0.10];

    /// <summary>Cuts a set into disjoint parts that are all of it.</summary>
    /// <param name="set">The set to cut.</param>
    /// <param name="shares">What each part gets of every class; they add up to 1.</param>
    /// <param name="seed">Decides who goes where.</param>
    /// <exception cref="ArgumentException">The shares do not add up to 1, or one is negative.</exception>
    public static IReadOnlyList<ImageSet> Split(this ImageSet set, IReadOnlyList<double> shares, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Any(s => s < 0) || Math.Abs(shares.Sum() - 1) > 1e-9)
            throw new ArgumentException($"the shares {string.Join(", ", shares)} are not parts of a whole: each is at least 0, and they add up to 1", nameof(shares));
        var parts = shares.Select(_ => new List<long>()).ToArray();
        foreach (var rows in RowsByClass(set, seed))
        {
            var (start, sum) = (0, 0.0);
            for (var k = 0; k < parts.Length; k++)
            {
                sum += shares[k];
                var end = (int)Math.Round(rows.Length * sum, MidpointRounding.AwayFromZero);
                parts[k].AddRange(rows[start..end]);
                start = end;
            }
        }
        return [.. parts.Select(rows => set.Rows(rows))];
    }

    /// <summary>Some images of a set, equally many of every class where there are enough, in the set's order.</summary>
    /// <param name="set">The set to choose from.</param>
    /// <param name="count">Images in all.</param>
    /// <param name="seed">Decides which.</param>
    public static ImageSet Stratified(this ImageSet set, long count, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var turns = RowsByClass(set, seed).SelectMany(rows => rows.Select((row, turn) => (row, turn)));
        return set.Rows(turns.OrderBy(t => t.turn).Take((int)count).Select(t => t.row));
    }

    /// <summary>The images of these rows, in ascending order.</summary>
    public static ImageSet Rows(this ImageSet set, IEnumerable<long> rows)
    {
        ArgumentNullException.ThrowIfNull(set);
        var (images, labels) = set[[.. rows.Order()]];
        return set with { Images = images, Labels = labels };
    }

    /// <summary>The images of these classes, in the set's order; names and labels stay as they are.</summary>
    public static ImageSet Only(this ImageSet set, params long[] labels)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Rows(set.LabelArray().Index().Where(l => labels.Contains(l.Item)).Select(l => (long)l.Index));
    }

    // The rows of each class in a random order.
    private static IEnumerable<long[]> RowsByClass(ImageSet set, int seed)
    {
        var labels = set.LabelArray();
#pragma warning disable CA5394 // a choice that can be repeated, not a secret
        var random = new Random(seed);
        foreach (var group in Enumerable.Range(0, labels.Length).GroupBy(row => labels[row]).OrderBy(g => g.Key).ToArray())
        {
            long[] rows = [.. group.Select(row => (long)row)];
            random.Shuffle(rows);
            yield return rows;
        }
#pragma warning restore CA5394
    }
}
