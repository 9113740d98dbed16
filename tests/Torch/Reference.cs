using System.Diagnostics;
using System.Text.Json;

namespace CnnCourse.Torch.Tests;

/// <summary>Debian's own Python with PyTorch, which says what is right.</summary>
internal static class Reference
{
    /// <summary>Runs a script that prints one JSON value, with torch imported and a helper <c>flat(tensor)</c>.</summary>
    internal static JsonElement Run(string script)
    {
        const string prelude = """
            import json, torch
            import torch.nn as nn
            import torch.nn.functional as F
            def flat(t): return t.detach().double().flatten().tolist()

            """;
        var start = new ProcessStartInfo("/usr/bin/python3", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(prelude + script);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>Each number within <paramref name="tolerance"/> of its like, relative to it or, below 1, absolutely.</summary>
    internal static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
            Assert.True(Math.Abs(expected[k] - actual[k]) <= tolerance * Math.Max(1, Math.Abs(expected[k])), $"number {k}: {actual[k]} instead of {expected[k]}");
    }

    internal static double[] Numbers(this JsonElement list) => list.EnumerateArray().Select(item => item.GetDouble()).ToArray();

    internal static double[] Numbers(this TorchSharp.torch.Tensor tensor)
    {
        using var flat = new Operator("reshape").Call(tensor, new long[] { -1 });
        using var wide = flat.to(TorchSharp.torch.float64);
        using var contiguous = new Operator("contiguous").Call(wide);
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(contiguous.RawBytes).ToArray();
    }
}
