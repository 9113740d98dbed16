using CnnCourse.Notebooks;

namespace CnnCourse.Cli;

/// <summary>What every cell of the course sees before its first line.</summary>
internal static class CourseSession
{
    public static SessionOptions Options { get; } = new()
    {
        References =
        [
            typeof(TorchSharp.torch).Assembly, typeof(Plots.Figure).Assembly, typeof(Models.ModelZoo).Assembly,
        ],
        Imports =
        [
            "TorchSharp", "TorchSharp.Modules", "static TorchSharp.torch", "static TorchSharp.torch.nn", "static TorchSharp.torch.nn.functional",
            "CnnCourse.Plots", "static CnnCourse.Exercises.ExerciseBook",
            .. typeof(Models.ModelZoo).Assembly.GetExportedTypes().Select(t => t.Namespace!).Where(n => n.StartsWith("CnnCourse", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
        ],
        Startup = () =>
        {
            NotebookExtension.Register();
            Torch.Interrupt.Source = () => Notebooks.Cells.Interrupt.Token;
            LiveLine.Display = text => Notebooks.Cells.Shown.display(text).Update;
        },
    };
}
