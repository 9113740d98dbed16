namespace CnnCourse.Notebooks;

/// <summary>How a kernel process behaves towards its clients.</summary>
public sealed record KernelOptions
{
    /// <summary>Runs even when the connection file has no key; whoever reaches the ports may then run code.</summary>
    public bool AllowEmptyKey { get; init; }

    /// <summary>Where dropped messages and failures are noted, a line each; the console's error stream when null.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>Greets users of a text console.</summary>
    public string Banner { get; init; } = "C# with top-level await, #r \"nuget: ...\", display(...) and Console input.";
}
