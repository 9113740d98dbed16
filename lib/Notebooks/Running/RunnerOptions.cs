namespace CnnCourse.Notebooks;

/// <summary>How a notebook is to be run.</summary>
public sealed record RunnerOptions
{
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Cells tagged <c>slow</c> run too.</summary>
    public bool IncludeSlow { get; init; } = true;

    /// <summary>Cells tagged <c>gpu</c> run too.</summary>
    public bool IncludeGpu { get; init; }

    /// <summary>Outputs go back into the notebook's own file, if it passed.</summary>
    public bool WriteBack { get; init; }

    /// <summary>The executed notebook goes here, whether it passed or not.</summary>
    public string? OutDirectory { get; init; }

    /// <summary>Cells tagged <c>exact</c> may print something new, which then counts from now on.</summary>
    public bool AcceptNewOutputs { get; init; }
}
