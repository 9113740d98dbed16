namespace CnnCourse.Cli.Testing;

/// <summary>Tests that held and tests that did not.</summary>
internal readonly record struct TestCount(int Passed, int Failed)
{
    public int Total => Passed + Failed;

    public static TestCount operator +(TestCount a, TestCount b) => new(a.Passed + b.Passed, a.Failed + b.Failed);

    public override string ToString() => $"{Passed} passed, {Failed} failed";
}
