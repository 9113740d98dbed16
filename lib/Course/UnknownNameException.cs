namespace CnnCourse;

/// <summary>A name that nothing has; the message offers the nearest ones.</summary>
public sealed class UnknownNameException(string kind, string name, IEnumerable<string> known)
    : ArgumentException($"there is no {kind} '{name}'; nearest: {string.Join(", ", NearestNames.Of(name, known))}")
{
    /// <summary>The names that come nearest, nearest first.</summary>
    public IReadOnlyList<string> Nearest { get; } = NearestNames.Of(name, known);
}
