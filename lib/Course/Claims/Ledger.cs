namespace CnnCourse.Claims;

/// <summary>All claims, in the order of the file.</summary>
public sealed class Ledger
{
    private static readonly string[] columns =
        ["id", "topic", "source", "section", "claim", "stated_value", "kind", "true_value", "verdict", "how", "note"];

    private static readonly Lazy<Ledger> course = new(() =>
    {
        using var reader = new StreamReader(typeof(Ledger).Assembly.GetManifestResourceStream("claims.csv")!);
        return Read(reader, "data/claims.csv");
    });

    private Ledger(IReadOnlyList<Claim> claims) => Claims = claims;

    /// <summary>The course's own ledger.</summary>
    public static Ledger Course => course.Value;

    /// <summary>The claims.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The topics, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Topics => [.. Claims.Select(claim => claim.Topic).Distinct()];

    /// <summary>The claims of a topic, of a kind, of both, or all.</summary>
    /// <exception cref="UnknownNameException">There is no such topic or kind; the message offers the nearest.</exception>
    public IReadOnlyList<Claim> Of(string? topic = null, string? kind = null)
    {
        var kinds = Enum.GetNames<ClaimKind>().Select(name => name.ToLowerInvariant()).ToArray();
        if (topic is not null && !Topics.Contains(topic, StringComparer.OrdinalIgnoreCase)) throw new UnknownNameException("topic", topic, Topics);
        if (kind is not null && !kinds.Contains(kind, StringComparer.OrdinalIgnoreCase)) throw new UnknownNameException("kind", kind, kinds);
        return
        [
            .. Claims.Where(claim => topic is null || claim.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase))
                .Where(claim => kind is null || claim.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>Reads a ledger.</summary>
    /// <param name="reader">The text of the file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="FormatException">A row is not one of a ledger; the message names its line.</exception>
    public static Ledger Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            var rows = Csv.Read(reader).ToList();
            if (rows.Count == 0 || !rows[0].Fields.SequenceEqual(columns))
                throw new FormatException($"line 1: the columns must be {string.Join(',', columns)}");
            var claims = rows.Skip(1).Select(Parse).ToList();
            foreach (var (k, claim) in claims.Index())
                if (claims.FindIndex(other => other.Id == claim.Id) < k)
                    throw new FormatException($"line {rows[k + 1].Line}: a second claim is called {claim.Id}; give it another name");
            return new(claims);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name}, {e.Message}", e);
        }
    }

    private static Claim Parse(Csv.Row row)
    {
        if (row.Fields.Length != columns.Length)
            throw new FormatException($"line {row.Line}: {row.Fields.Length} fields where there are {columns.Length} columns; put a field that holds a comma in quotes");
        var f = row.Fields;
        if (int.TryParse(f[6], out _) || !Enum.TryParse<ClaimKind>(f[6], ignoreCase: true, out var kind))
            throw new FormatException($"line {row.Line}: the kind is '{f[6]}'; it must be arithmetic, experiment, record or definition");
        return new(f[0], f[1], f[2], f[3], f[4], f[5], kind, f[7], f[8], f[9], f[10]);
    }
}
