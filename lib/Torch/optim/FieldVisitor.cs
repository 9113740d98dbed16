using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>Walks over an optimiser's options or a parameter's state, field by field, in the order of the file format.</summary>
internal abstract class FieldVisitor
{
    internal abstract void On(ref double? value);
    internal abstract void On(ref bool? value);
    internal abstract void On(ref long value);
    internal abstract void On(ref double value);
    internal abstract void On(ref Tensor tensor);

    /// <summary>A tensor that may not be there.</summary>
    internal abstract void OnOptional(ref Tensor? tensor);
}

/// <summary>Collects what the fields hold.</summary>
internal sealed class FieldCollector : FieldVisitor
{
    internal List<object?> Values { get; } = [];

    internal override void On(ref double? value) => Values.Add(value);
    internal override void On(ref bool? value) => Values.Add(value);
    internal override void On(ref long value) => Values.Add(value);
    internal override void On(ref double value) => Values.Add(value);
    internal override void On(ref Tensor tensor) => Values.Add(tensor);
    internal override void OnOptional(ref Tensor? tensor) => Values.Add(tensor);
}

/// <summary>Fills the fields with collected values; tensors are copied to a device. Only empty ones, if so asked.</summary>
internal sealed class FieldFiller(List<object?> values, bool onlyEmpty = false, Device? device = null) : FieldVisitor
{
    private int next;

    internal override void On(ref double? value) => value = Take(value);
    internal override void On(ref bool? value) => value = Take(value);
    internal override void On(ref long value) => value = (long)values[next++]!;
    internal override void On(ref double value) => value = (double)values[next++]!;

    internal override void On(ref Tensor tensor)
    {
        tensor?.Dispose();
        tensor = ((Tensor)values[next++]!).to(device!, copy: true).DetachFromDisposeScope();
    }

    internal override void OnOptional(ref Tensor? tensor)
    {
        tensor?.Dispose();
        tensor = ((Tensor?)values[next++])?.to(device!, copy: true).DetachFromDisposeScope();
    }

    private T? Take<T>(T? value) where T : struct
    {
        var other = (T?)values[next++];
        return onlyEmpty && value.HasValue ? value : other;
    }
}

/// <summary>Does one thing to every tensor that is there.</summary>
internal sealed class TensorVisitor(Func<Tensor, Tensor?> change) : FieldVisitor
{
    internal override void On(ref double? value)
    {
    }

    internal override void On(ref bool? value)
    {
    }

    internal override void On(ref long value)
    {
    }

    internal override void On(ref double value)
    {
    }

    internal override void On(ref Tensor tensor) => tensor = tensor is null ? null! : change(tensor)!;
    internal override void OnOptional(ref Tensor? tensor) => tensor = tensor is null ? null : change(tensor);
}
