using System.CommandLine;
using CnnCourse.Cli.Doctor;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course doctor</c>: what the course stands on, each line with the mend where something is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Show what the course runs on here, and how to mend what is missing.");
        command.SetAction(_ => Report());
        return command;
    }

    private static int Report()
    {
        var sound = true;
        foreach (var examine in Examinations.All)
        {
            var finding = Examine(examine);
            sound &= finding.State != State.Missing;
            Console.WriteLine(finding);
        }
        return sound ? 0 : 1;
    }

    // An examination that throws is itself a finding: nothing may keep the doctor from the next line.
    private static Finding Examine(Func<Finding> examine)
    {
        try
        {
            return examine();
        }
        catch (Exception e)
        {
            return Finding.Missing(examine.Method.Name.ToLowerInvariant(), e.Message.Split('\n')[0], "see the message");
        }
    }
}
