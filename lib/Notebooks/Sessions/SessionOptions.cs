using System.Reflection;

namespace CnnCourse.Notebooks;

/// <summary>What a session knows before its first cell.</summary>
public sealed record SessionOptions
{
    /// <summary>Assemblies that cells may use, beside the framework and this library.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Namespaces, or static classes written as <c>static Namespace.Class</c>, beside <see cref="DefaultImports"/>.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Runs once, on the thread that will run the cells, before the first of them.</summary>
    public Action? Startup { get; init; }

    /// <summary>Where relative paths in <c>#r</c> and <c>#load</c> start.</summary>
    public string BaseDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>How long a cell may tidy up after an interrupt before it is torn down.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromMilliseconds(200);

    public static IReadOnlyList<string> DefaultImports { get; } =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading",
        "System.Threading.Tasks", "Microsoft.DotNet.Interactive.Formatting", "CnnCourse.Notebooks.Cells",
        "static CnnCourse.Notebooks.Cells.Shown",
    ];
}
