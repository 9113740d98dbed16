using System.Text.Json;

namespace CnnCourse.Exercises;

/// <summary>A learner's solved exercises, in a file on this machine.</summary>
public sealed class ProgressFile(string path)
{
    private static readonly JsonSerializerOptions options = new() { WriteIndented = true };
    private static readonly Lock writing = new();

    /// <summary>The file that $COURSE_PROGRESS names, else <c>cnncourse/progress.json</c> in the user's data folder.</summary>
    public static ProgressFile Default => new(
        Environment.GetEnvironmentVariable("COURSE_PROGRESS") is { Length: > 0 } own ? own
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "cnncourse", "progress.json"));

    /// <summary>Where the file is.</summary>
    public string Path { get; } = path;

    /// <summary>Attempts at each exercise. A file that cannot be read counts as empty.</summary>
    public IReadOnlyDictionary<string, ExerciseState> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, ExerciseState>>(File.ReadAllText(Path)) ?? [];
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return new Dictionary<string, ExerciseState>();
        }
    }

    /// <summary>Notes an attempt. A folder that cannot be written to is no reason to stop a lesson.</summary>
    public void Note(string exercise, bool isRight)
    {
        lock (writing)
        {
            try
            {
                var states = new SortedDictionary<string, ExerciseState>(Read().ToDictionary(), StringComparer.Ordinal);
                var before = states.GetValueOrDefault(exercise) ?? new(0, null);
                states[exercise] = new(before.Attempts + 1, before.Solved ?? (isRight ? DateTimeOffset.Now : null));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
                var draft = $"{Path}.{Environment.ProcessId}";
                File.WriteAllText(draft, JsonSerializer.Serialize(states, options));
                File.Move(draft, Path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"progress is not noted: {e.Message}");
            }
        }
    }
}
