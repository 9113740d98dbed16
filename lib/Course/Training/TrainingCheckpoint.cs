using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>
/// A training run in a file: weights, optimiser, averages, random numbers, history and the place in the epoch. On a CPU a run that goes on
/// from its checkpoint comes to the same bits as one that was never stopped; on a GPU, whose kernels may add up in any order, it draws the same numbers.
/// </summary>
public static class TrainingCheckpoint
{
    private const string Kind = "CnnCourse run ";
    private static readonly byte[] magic = Encoding.ASCII.GetBytes($"{Kind}2\n");

    /// <summary>Writes the run, whole or not at all.</summary>
    /// <exception cref="NotSupportedException">The recipe's optimiser is of a kind that cannot be saved.</exception>
    public static void Save(TrainingRun run, string path)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true)) Write(run, writer);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Environment.ProcessId}";
        using (var file = File.Create(draft))
        {
            file.Write(magic);
            file.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
            content.WriteTo(file);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Takes a run to where the checkpoint left it.</summary>
    /// <param name="run">New, with the network, data and recipe of the run that was saved; it may have more epochs.</param>
    /// <param name="path">What <see cref="Save"/> wrote.</param>
    /// <exception cref="CheckpointException">The file is damaged, or of another run; nothing was changed.</exception>
    public static void Load(TrainingRun run, string path)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var reader = new BinaryReader(new MemoryStream(Verified(path)), Encoding.UTF8);
        var differences = TrainingFact.Of(run).Select(fact => fact.Difference(reader.ReadString())).OfType<string>().ToList();
        if (differences.Count > 0)
            throw new CheckpointException(path, $"is of another run: {string.Join("; ", differences)}. Use the recipe, data and network it was made with, or delete it to begin anew.");
        Read(run, reader);
    }

    private static byte[] Verified(string path)
    {
        var file = File.ReadAllBytes(path);
        var start = magic.Length + SHA256.HashSizeInBytes;
        if (!file.AsSpan().StartsWith(magic) && file.AsSpan().StartsWith(magic.AsSpan(0, Kind.Length)))
            throw new CheckpointException(path, "was written by another version of the course. Delete it to begin anew.");
        if (!file.AsSpan().StartsWith(magic)) throw new CheckpointException(path, "is no checkpoint of a training run. Name another file, or delete it to begin anew.");
        if (file.Length < start || !SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(magic.Length, SHA256.HashSizeInBytes)))
            throw new CheckpointException(path, "is damaged: its content does not match its checksum. Delete it to begin anew, or put a good copy in its place.");
        return file[start..];
    }

    private static void Write(TrainingRun run, BinaryWriter writer)
    {
        if (run.Optimizer is not OptimizerHelper optimizer) throw new NotSupportedException($"a run with the optimiser {run.Optimizer.GetType().Name} cannot be saved");
        run.Average?.TakeOut();
        run.Tally.Read();
        foreach (var fact in TrainingFact.Of(run)) writer.Write(fact.Value);
        writer.Write(run.History.Count);
        foreach (var e in run.History)
        {
            writer.Write(e.Loss);
            writer.Write(e.TrainAccuracy);
            writer.Write(e.TestAccuracy);
            writer.Write(e.LearningRate);
            writer.Write(e.Seconds);
        }
        writer.Write(run.History.StepLosses.Count);
        foreach (var loss in run.History.StepLosses) writer.Write(loss);
        writer.Write(run.Tally.Steps);
        writer.Write(run.Tally.Right);
        using (var numbers = get_rng_state()) numbers.Save(writer);
        var deviceNumbers = OnDevice(run)?.get_state();
        writer.Write(deviceNumbers is not null);
        using (deviceNumbers) deviceNumbers?.Save(writer);
        run.Model.save(writer);
        optimizer.save_state_dict(writer);
        writer.Write(run.Average?.Steps ?? 0);
        foreach (var average in run.Average?.Averages ?? []) average.Save(writer);
    }

    private static void Read(TrainingRun run, BinaryReader reader)
    {
        for (var (epoch, count) = (1, reader.ReadInt32()); epoch <= count; epoch++)
            run.History.Add(new(epoch, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        for (var left = reader.ReadInt32(); left > 0; left--) run.History.AddStep(reader.ReadDouble());
        run.Tally.Resume(steps: reader.ReadInt64(), run.Recipe.BatchSize, right: reader.ReadInt64());
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        set_rng_state(TensorExtensionMethods.Load(reader));
        if (reader.ReadBoolean() && TensorExtensionMethods.Load(reader) is var deviceNumbers) OnDevice(run)?.set_state(deviceNumbers);
        run.Model.load(reader);
        ((OptimizerHelper)run.Optimizer).load_state_dict(reader);
        var steps = reader.ReadInt64();
        if (run.Average is null) return;
        run.Average.Steps = steps;
        foreach (var average in run.Average.Averages) average.Load(reader);
    }

    // Dropout on a GPU draws from a generator of its own; null on a CPU.
    private static Generator? OnDevice(TrainingRun run) =>
        run.Data.Train.Images.device is { type: not DeviceType.CPU } device ? DeviceGenerator.Of(device) : null;
}
