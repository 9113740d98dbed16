using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks;

/// <summary>A C# kernel for Jupyter clients: notebooks in VS Code, JupyterLab and Jupyter, consoles, nbclient.</summary>
public static class Kernel
{
    /// <summary>The kernel's name in notebook metadata and in the list of kernels.</summary>
    public const string Name = "cnn-csharp";

    /// <summary>Serves clients until one of them asks for shutdown.</summary>
    /// <param name="connectionFile">Written by the client: ports and key.</param>
    /// <exception cref="IOException">The connection file is missing, damaged or unsafe, a port is taken, or libzmq is missing.</exception>
    public static async Task RunAsync(
        string connectionFile, SessionOptions session, KernelOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KernelOptions();
        var connection = ConnectionInfo.Load(connectionFile, options.AllowEmptyKey);
        using var desk = new FrontDesk(connection, session, options);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;   // older clients interrupt by signal
            desk.Interrupt();
        });
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = EndWithParentAsync(life);
        await desk.ServeAsync(life.Token).ConfigureAwait(false);
    }

    /// <summary>A client that was killed cannot ask for shutdown.</summary>
    private static async Task EndWithParentAsync(CancellationTokenSource life)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), CultureInfo.InvariantCulture, out var parent))
            return;
        while (IsAlive(parent))
            await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        await life.CancelAsync().ConfigureAwait(false);
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
