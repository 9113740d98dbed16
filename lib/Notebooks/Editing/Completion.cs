namespace CnnCourse.Notebooks;

/// <summary>What may stand in place of the text from <paramref name="Start"/> to <paramref name="End"/>.</summary>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items);

/// <param name="Kind">class, function, instance, property, keyword, module or magic, as Jupyter calls them.</param>
public sealed record Completion(string Text, string Kind, string Signature);

/// <summary>What is known of the name at a place.</summary>
/// <param name="Signature">C#, one line per overload.</param>
/// <param name="Documentation">Markdown; may be empty.</param>
public sealed record Hover(string Signature, string Documentation);
