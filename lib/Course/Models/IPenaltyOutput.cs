namespace CnnCourse.Models;

/// <summary>Marks a classifier whose outputs are penalties: the smallest wins, where others have scores of which the largest wins.</summary>
public interface IPenaltyOutput;
