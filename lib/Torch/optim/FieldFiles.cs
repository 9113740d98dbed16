using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>Writes the fields to a file.</summary>
internal sealed class FieldWriter(BinaryWriter writer) : FieldVisitor
{
    internal override void On(ref double? value) => writer.Write(value!.Value);
    internal override void On(ref bool? value) => writer.Write(value!.Value);
    internal override void On(ref long value) => writer.Write(value);
    internal override void On(ref double value) => writer.Write(value);
    internal override void On(ref Tensor tensor) => tensor.Save(writer);

    internal override void OnOptional(ref Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }
}

/// <summary>Reads the fields from a file, tensors to a device.</summary>
internal sealed class FieldReader(BinaryReader reader, Device? device = null) : FieldVisitor
{
    internal override void On(ref double? value) => value = reader.ReadDouble();
    internal override void On(ref bool? value) => value = reader.ReadBoolean();
    internal override void On(ref long value) => value = reader.ReadInt64();
    internal override void On(ref double value) => value = reader.ReadDouble();

    internal override void On(ref Tensor tensor)
    {
        tensor?.Dispose();
        tensor = TensorExtensionMethods.Load(reader).to(device!).DetachFromDisposeScope();
    }

    internal override void OnOptional(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = reader.ReadBoolean() ? TensorExtensionMethods.Load(reader).to(device!).DetachFromDisposeScope() : null;
    }
}
