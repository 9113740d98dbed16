using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public void save(string location) => Checkpoint.Save(location, this);

        public static Tensor load(string location)
        {
            var tensors = WeightFile.Load(location);
            if (tensors.Count == 1) return tensors.GetAt(0).Value;
            foreach (var tensor in tensors.Values) tensor.Dispose();
            throw new WeightFileException(location, $"holds {tensors.Count} tensors where one is wanted; read it with {nameof(WeightFile)}.{nameof(WeightFile.Load)}");
        }

        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }
    }
}
