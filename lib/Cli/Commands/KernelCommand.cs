using System.CommandLine;
using CnnCourse.Notebooks;

namespace CnnCourse.Cli.Commands;

/// <summary><c>course kernel</c>: the C# kernel for Jupyter clients, and its registration.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var file = new Option<string>("--connection-file") { Description = "ports and key, written by the client", HelpName = "FILE" };
        var unsafeKey = new Option<bool>("--allow-empty-key") { Description = "serve a client whose connection file has no key" };
        var command = new Command("kernel", "Serve a Jupyter client, or make the kernel known to Jupyter and VS Code.") { Install(), Uninstall(), file, unsafeKey };
        command.SetAction(async (parsed, stop) =>
        {
            var connection = parsed.GetValue(file)
                ?? throw new UserError("a client starts the kernel with --connection-file FILE; 'course kernel install' makes it known to clients");
            await Kernel.RunAsync(connection, CourseSession.Options, new KernelOptions { AllowEmptyKey = parsed.GetValue(unsafeKey) }, stop);
            return 0;
        });
        return command;
    }

    private static Command Install()
    {
        var (user, prefix) = Place();
        var command = new Command("install", "Write the kernel's description where Jupyter and VS Code look.") { user, prefix };
        command.SetAction(parsed =>
        {
            var written = KernelSpec.Install(["dotnet", typeof(KernelCommand).Assembly.Location, "kernel"], parsed.GetValue(prefix));
            foreach (var folder in written) Console.WriteLine($"kernel installed in {folder}");
            return written.Count > 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var (user, prefix) = Place();
        var command = new Command("uninstall", "Take the kernel's description away again.") { user, prefix };
        command.SetAction(parsed =>
        {
            var removed = KernelSpec.Uninstall(parsed.GetValue(prefix));
            foreach (var folder in removed) Console.WriteLine($"kernel removed from {folder}");
            if (removed.Count == 0) Console.WriteLine($"no kernel of ours in {KernelSpec.Folder(parsed.GetValue(prefix))}");
        });
        return command;
    }

    private static (Option<bool> User, Option<string?> Prefix) Place() =>
        (new Option<bool>("--user") { Description = "for this user (the default)" },
         new Option<string?>("--prefix") { Description = "below this folder, in share/jupyter/kernels", HelpName = "DIR" });
}
