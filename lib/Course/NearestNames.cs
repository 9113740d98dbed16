namespace CnnCourse;

/// <summary>Finds what somebody may have meant by a name that does not exist.</summary>
public static class NearestNames
{
    /// <summary>The names nearest to a given one, nearest first: fewest letters to insert, delete, change or swap.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. names.OrderBy(n => Distance(name, n)).ThenBy(n => n, StringComparer.Ordinal).Take(count)];
    }

    /// <summary>Edits from one word to another, case ignored; a swap of neighbours is one edit.</summary>
    public static int Distance(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (a, b) = (from.ToUpperInvariant(), to.ToUpperInvariant());
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) edits[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) edits[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(change, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        return edits[a.Length, b.Length];
    }
}
