using CnnCourse.Torch;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>Writes options and states in TorchSharp's format, so that training can go on later.</summary>
    public void save_state_dict(string location) => AtomicFile.Write(location, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        save_state_dict(writer);
    });

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        var state = state_dict();
        writer.Write7BitEncodedInt64(state.Options.Count);
        writer.Write7BitEncodedInt64(state.State.Count);
        foreach (var options in state.Options) options.SaveStateDict(writer);
        foreach (var entry in state.State) entry.SaveStateDict(writer);
    }

    /// <exception cref="InvalidDataException">The file is of another kind of optimiser.</exception>
    /// <exception cref="ArgumentException">The file has another number of groups or parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var (groups, states) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        var own = state_dict();
        if (groups != own.Options.Count) throw new ArgumentException($"Invalid optimizer state -- {groups} parameter groups instead of {own.Options.Count}.");
        if (states != own.State.Count) throw new ArgumentException($"Invalid optimizer state -- {states} states instead of {own.State.Count}.");
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }
}
