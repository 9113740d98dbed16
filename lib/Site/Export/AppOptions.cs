using System.Reflection;

namespace CnnCourse.Site;

/// <summary>What a notebook's session gives its cells, for a program that has no session.</summary>
public sealed record AppOptions
{
    /// <summary>Project files that the program refers to; written relative to the program.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>Namespaces, or static classes written as <c>static Namespace.Class</c>.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Statements before the first cell, such as the registration of formatters.</summary>
    public IReadOnlyList<string> Startup { get; init; } = [];

    /// <summary>The assemblies of those projects, to see which last expressions have a value.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];
}
