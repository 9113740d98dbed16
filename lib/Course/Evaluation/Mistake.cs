namespace CnnCourse.Evaluation;

/// <summary>An image that a network got wrong.</summary>
/// <param name="Row">Its row in the set.</param>
/// <param name="Truth">Its class.</param>
/// <param name="Predicted">What the network took it for.</param>
/// <param name="Confidence">The probability that the network gave its answer.</param>
public sealed record Mistake(int Row, int Truth, int Predicted, double Confidence);
