namespace CnnCourse.Notebooks.Tests;

/// <summary>The test assembly doubles as the kernel process that Jupyter's own clients start.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not ["kernel", "--connection-file", var file, .. var rest])
            return 2;
        try
        {
            Comms.Register("test.echo", (comm, data) => comm.Received = message => comm.Send(message));
            await Kernel.RunAsync(file, new SessionOptions { References = [typeof(Hosted).Assembly] }, new KernelOptions { AllowEmptyKey = rest.Contains("--allow-empty-key") });
            return 0;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
