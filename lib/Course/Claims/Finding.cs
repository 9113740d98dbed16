using CnnCourse.Claims.Topics;

namespace CnnCourse.Claims;

/// <summary>What became of a claim.</summary>
public enum Outcome
{
    /// <summary>Computed now, and equal to the true value.</summary>
    Equal,

    /// <summary>Computed now, and not equal to the true value.</summary>
    Different,

    /// <summary>Not computed.</summary>
    NotComputed,
}

/// <summary>A claim, examined.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Outcome">Whether it was computed, and agrees.</param>
/// <param name="Ours">What we computed; empty where we did not.</param>
/// <param name="How">How to check it, what to cite, or which notebook it waits for.</param>
public sealed record Finding(Claim Claim, Outcome Outcome, string Ours, string How)
{
    /// <summary>The claims that can be computed, by name: each with its computation.</summary>
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new[]
    {
        BasicsClaims.Checks, HistoryClaims.Checks, LeNet5Claims.Checks, AlexNetClaims.Checks, ConvolutionClaims.Checks,
        NetworkInNetworkClaims.Checks, ZFNetClaims.Checks, VggClaims.Checks, GoogLeNetClaims.Checks, InceptionModuleClaims.Checks,
        PcaClaims.Checks, BatchNormalizationClaims.Checks, GradientClaims.Checks, InceptionV3Claims.Checks, ResNetClaims.Checks, OverFeatClaims.Checks,
    }.SelectMany(topic => topic).ToDictionary(check => check.Key, check => check.Value);

    /// <summary>Examines a claim: computes it where there is a computation.</summary>
    public static Finding Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!Checks.TryGetValue(claim.Id, out var compute) && !Checks.TryGetValue(claim.BaseId, out compute))
            return new(claim, Outcome.NotComputed, "", Elsewhere(claim));
        var answer = compute();
        return new(claim, answer.Agrees(claim.TrueValue) ? Outcome.Equal : Outcome.Different, answer.ToString(), claim.How);
    }

    private static string Elsewhere(Claim claim) => claim.Kind switch
    {
        ClaimKind.Experiment => Syllabus.CellOf(claim) ?? $"planned: notebook {Syllabus.NotebookOf(claim)}",
        ClaimKind.Arithmetic => $"waits for notebook {Syllabus.NotebookOf(claim)}: {claim.How}",
        ClaimKind.Definition when Syllabus.IsLater(claim) => $"waits for notebook {Syllabus.NotebookOf(claim)}: {claim.How}",
        _ => claim.How,
    };
}
