namespace CnnCourse.Cli;

/// <summary>Something the user can mend: one line, an exit code, no stack trace.</summary>
internal sealed class UserError(string message, int exitCode = Program.Misused) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
