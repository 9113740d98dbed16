namespace CnnCourse.Claims;

/// <summary>How a claim can be examined.</summary>
public enum ClaimKind
{
    /// <summary>It can be counted.</summary>
    Arithmetic,

    /// <summary>It shows itself when a network is trained or run.</summary>
    Experiment,

    /// <summary>It was reported: a paper or a table is cited.</summary>
    Record,

    /// <summary>It is a formula or a structure.</summary>
    Definition,
}

/// <summary>A statement about a network or an idea, as one row of <c>data/claims.csv</c>.</summary>
/// <param name="Id">Its name; <c>X.s003</c> is claim <c>X</c> as a second text states it.</param>
/// <param name="Topic">The network or theme.</param>
/// <param name="Source">The text that states it.</param>
/// <param name="Section">Where in the text.</param>
/// <param name="Statement">The statement in the ledger's words.</param>
/// <param name="Stated">The value that the text gives.</param>
/// <param name="Kind">How it can be examined.</param>
/// <param name="TrueValue">The value it should have.</param>
/// <param name="Verdict">confirmed, corrected, imprecise or unverifiable-here.</param>
/// <param name="How">How to check it, or what to cite.</param>
/// <param name="Note">Causes of errors, contradictions between texts.</param>
public sealed record Claim(
    string Id, string Topic, string Source, string Section, string Statement, string Stated, ClaimKind Kind,
    string TrueValue, string Verdict, string How, string Note)
{
    /// <summary>The claim that this one repeats, or its own name.</summary>
    public string BaseId => Id.Length > 5 && Id[^5..^3] == ".s" && Id[^3..].All(char.IsAsciiDigit) ? Id[..^5] : Id;
}
