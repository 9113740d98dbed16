namespace CnnCourse.Training;

/// <summary>A checkpoint that cannot be gone on from; nothing of it was taken over.</summary>
/// <param name="path">The file.</param>
/// <param name="problem">What is wrong with it, and what to do.</param>
public sealed class CheckpointException(string path, string problem) : IOException($"the checkpoint {path} {problem}");
