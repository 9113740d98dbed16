namespace CnnCourse.Cli.Doctor;

/// <summary>How a finding stands: as it should be, optional and absent, or missing.</summary>
internal enum State
{
    Good,
    Absent,
    Missing,
}

/// <summary>One line of <c>course doctor</c>.</summary>
internal sealed record Finding(State State, string Subject, string What, string? Mend = null)
{
    public static Finding Good(string subject, string what) => new(State.Good, subject, what);
    public static Finding Absent(string subject, string what, string mend) => new(State.Absent, subject, what, mend);
    public static Finding Missing(string subject, string what, string mend) => new(State.Missing, subject, what, mend);

    public override string ToString()
    {
        var mark = State switch { State.Good => "ok     ", State.Absent => "absent ", _ => "MISSING" };
        return $"{mark} {Subject,-20} {What}{(Mend is null ? "" : $"\n{"",-28} mend: {Mend}")}";
    }
}
