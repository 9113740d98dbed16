using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    private static readonly Operator allclose = new("allclose");
    private static readonly Operator zerosLike = new("zeros_like");

    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Shows a visitor every field, in the order of TorchSharp's files.</summary>
    private protected virtual void Visit(FieldVisitor on)
    {
    }

    internal void VisitAll(FieldVisitor on) => Visit(on);

    /// <summary>Back to the state before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    public virtual void to(Device device) => Visit(new TensorVisitor(tensor =>
    {
        var moved = tensor.to(device).DetachFromDisposeScope();
        if (!ReferenceEquals(moved, tensor)) tensor.Dispose();
        return moved;
    }));

    public virtual void SaveStateDict(BinaryWriter writer) => Visit(new FieldWriter(writer));
    public virtual void LoadStateDict(BinaryReader reader) => Visit(new FieldReader(reader, _parameter.device));
    public virtual void LoadStateDict(OptimizerState source) => Visit(new FieldFiller(source.Values(), device: _parameter.device));

    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        if (other.GetType() != GetType()) return false;
        return Values().Zip(other.Values()).All(pair => pair switch
        {
            (Tensor a, Tensor b) => allclose.CallBool(a, b),
            var (a, b) => Equals(a, b),
        });
    }

    public void Dispose()
    {
        Visit(new TensorVisitor(tensor =>
        {
            tensor.Dispose();
            return null;
        }));
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts zeros in the parameter's shape into a field.</summary>
    private protected void Zero(ref Tensor place)
    {
        place?.Dispose();
        using var guard = no_grad();
        place = zerosLike.Call(_parameter).DetachFromDisposeScope();
    }

    private protected static void Clear(ref Tensor? place)
    {
        place?.Dispose();
        place = null;
    }

    private List<object?> Values()
    {
        var collector = new FieldCollector();
        Visit(collector);
        return collector.Values;
    }
}
