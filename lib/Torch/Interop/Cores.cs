namespace CnnCourse.Torch;

/// <summary>Processor cores, hyper-threads counted once.</summary>
public static class Cores
{
    /// <summary>Physical cores that this process may use, at least 1.</summary>
    public static int Physical { get; } = Math.Clamp(CountPhysical(), 1, Environment.ProcessorCount);

    private static int CountPhysical()
    {
        const string root = "/sys/devices/system/cpu";
        if (!Directory.Exists(root)) return Environment.ProcessorCount;
        var siblings = Directory.GetDirectories(root, "cpu*")
            .Select(cpu => Path.Combine(cpu, "topology/thread_siblings_list"))
            .Where(File.Exists).Select(File.ReadAllText).Distinct().Count();
        return siblings == 0 ? Environment.ProcessorCount : siblings;
    }
}
