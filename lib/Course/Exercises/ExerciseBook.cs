namespace CnnCourse.Exercises;

/// <summary>All exercises of the course; notebooks write <c>Exercise("02.1").Check(answer)</c>.</summary>
public static class ExerciseBook
{
    private static readonly Lazy<IReadOnlyList<Exercise>> all = new(() =>
    [
        .. Lesson00.Exercises, .. Lesson01.Exercises, .. Lesson02.Exercises, .. Lesson03.Exercises,
        .. Lesson04.Exercises, .. Lesson05.Exercises, .. Lesson06.Exercises,
        .. Lesson07.Exercises, .. Lesson08.Exercises, .. Lesson09.Exercises,
        .. Lesson10.Exercises, .. Lesson11.Exercises, .. Lesson12.Exercises,
    ]);

    /// <summary>The exercises in the order of the notebooks.</summary>
    public static IReadOnlyList<Exercise> All => all.Value;

    /// <summary>An exercise by notebook and number.</summary>
    /// <exception cref="UnknownNameException">There is no such exercise; the message offers the nearest.</exception>
    public static Exercise Exercise(string id) =>
        All.FirstOrDefault(e => e.Id == id) ?? throw new UnknownNameException("exercise", id, All.Select(e => e.Id));
}
