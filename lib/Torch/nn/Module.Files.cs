using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes parameters and persistent buffers in TorchSharp's .dat format.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream => DatFile.Write(stream, Kept(state_dict(), skip)));
                return this;
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                writer.Flush();
                DatFile.Write(writer.BaseStream, Kept(sd, skip));
            }

            /// <summary>Reads parameters and buffers from a .dat file; nothing changes if the file is damaged or does not fit.</summary>
            /// <param name="strict">Whether the file must hold exactly this module's entries.</param>
            /// <param name="loadedParameters">Filled with each of the file's names and whether the module has it.</param>
            /// <exception cref="WeightFileException">The file is damaged.</exception>
            /// <exception cref="ArgumentException">The file is of another module.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location)) throw new FileNotFoundException($"there is no file {location}", location);
                using var scope = NewDisposeScope();
                var found = WeightFile.Reading(location, source =>
                {
                    using var assembler = new TensorAssembler(source);
                    var tensors = DatFile.Read(source).Select(t => (t.Name, assembler.Load(t.Tensor))).ToList();
                    assembler.Release();
                    return tensors;
                });
                Fill(found, strict, skip ?? [], loadedParameters);
                return this;
            }

            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var scope = NewDisposeScope();
                var count = reader.Read7BitEncodedInt64();
                var found = new List<(string, Tensor)>();
                for (var k = 0L; k < count; k++) found.Add((reader.ReadString(), TensorExtensionMethods.Load(reader)));
                Fill(found, strict, skip ?? [], loadedParameters);
                return this;
            }

            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Makes a module and reads its weights.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            private static List<KeyValuePair<string, Tensor>> Kept(Dictionary<string, Tensor> entries, IList<string>? skip) =>
                entries.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();

            private void Fill(List<(string Name, Tensor Tensor)> found, bool strict, IList<string> skip, Dictionary<string, bool>? loadedParameters)
            {
                var own = state_dict();
                if (strict && found.Count != own.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {own.Count}, but found {found.Count} entries.");
                if (strict && found.Find(t => !own.ContainsKey(t.Name)).Name is { } stranger)
                    throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{stranger}'");
                var kept = found.Where(t => own.ContainsKey(t.Name) && !skip.Contains(t.Name)).ToList();
                foreach (var (name, tensor) in kept)
                    if (own[name].dtype != tensor.dtype || !own[name].shape.AsSpan().SequenceEqual(tensor.shape))
                        throw new ArgumentException($"'{name}' is {tensor.dtype} [{string.Join(", ", tensor.shape)}] in the file and "
                            + $"{own[name].dtype} [{string.Join(", ", own[name].shape)}] in the module");

                using var guard = no_grad();
                foreach (var (name, tensor) in kept) InPlace.copy.Run(own[name], tensor);
                foreach (var (name, _) in found) loadedParameters?.Add(name, own.ContainsKey(name));
            }
        }
    }
}
