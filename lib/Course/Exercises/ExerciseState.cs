namespace CnnCourse.Exercises;

/// <summary>Where a learner is with an exercise.</summary>
/// <param name="Attempts">Answers given.</param>
/// <param name="Solved">When the first right answer came; null before it.</param>
public sealed record ExerciseState(int Attempts, DateTimeOffset? Solved);
