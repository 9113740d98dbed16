using System.Globalization;
using System.Text;

namespace CnnCourse.Cli.Bench;

/// <summary><c>course bench kernel</c>: our kernel beside ipykernel, each started anew in turn, timed by Jupyter's own client.</summary>
internal static class KernelBench
{
    private const double MostStartRatio = 1.5, MostFirstResult = 1.5, MostCell = 0.015;
    private static readonly string[] Names = ["start to `kernel_info_reply`", "start to first result", "trivial cell, median of 200", "10,000 lines of output"];

    /// <summary>Exit code 1 where a goal is missed: the first result within 1.5 s, a trivial cell within 15 ms, a start at most 1.5 times ipykernel's.</summary>
    public static int Run(int rounds, bool write)
    {
        using var peer = new PythonPeer("bench_kernel.py", "dotnet", typeof(KernelBench).Assembly.Location, "kernel", "--connection-file", "{connection_file}");
        peer.Ready();
        List<double[]> ours = [], theirs = [];
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Times(peer, "csharp"));
            theirs.Add(Times(peer, "ipykernel"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: first result {ours[^1][1]:0.00} s, ipykernel {theirs[^1][1]:0.00} s"));
        }
        var text = new StringBuilder("## `./course bench kernel`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Medians of {rounds} starts each, in turn, by Debian's `jupyter_client`; the kernel is the course's own, with libtorch and its usings loaded.\n\n");
        text.Append("| | ours | ipykernel | ratio |\n|---|---:|---:|---:|\n");
        for (var i = 0; i < Names.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"| {Names[i]} | {Text(Median(ours, i))} | {Text(Median(theirs, i))} | {Median(ours, i) / Median(theirs, i):0.00} |\n");
        Console.Write(text);
        if (write) BenchmarkPage.Write("kernel", text.ToString());
        var isFast = Median(ours, 0) <= MostStartRatio * Median(theirs, 0) && Median(ours, 1) <= MostFirstResult && Median(ours, 2) <= MostCell;
        if (!isFast) Console.WriteLine("a goal is missed: start at most 1.5 times ipykernel's, first result within 1.5 s, trivial cell within 15 ms");
        return isFast ? 0 : 1;
    }

    private static double[] Times(PythonPeer peer, string kernel) =>
        [.. peer.Ask(kernel).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static double Median(List<double[]> rows, int column) => rows.Select(row => row[column]).Order().ElementAt(rows.Count / 2);

    private static string Text(double seconds) => seconds < 0.1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
