using CnnCourse.Torch;

namespace TorchSharp.Modules;

/// <summary>Settings of one parameter group; what is null is taken from the optimiser's own.</summary>
public class OptimizerOptions
{
    private double? learningRate;
    private double initialLearningRate;

    public double? LearningRate
    {
        get => learningRate;
        set => learningRate = value;
    }

    public double InitialLearningRate
    {
        get => initialLearningRate;
        set => initialLearningRate = value;
    }

    /// <summary>Shows a visitor every option of the derived class, in the order of TorchSharp's files.</summary>
    private protected virtual void Visit(FieldVisitor on)
    {
    }

    internal void VisitAll(FieldVisitor on)
    {
        on.On(ref initialLearningRate);
        on.On(ref learningRate);
        Visit(on);
    }

    public virtual void SaveStateDict(BinaryWriter writer) => VisitAll(new FieldWriter(writer));
    public virtual void LoadStateDict(BinaryReader reader) => VisitAll(new FieldReader(reader));
    public virtual void LoadStateDict(OptimizerOptions source) => VisitAll(new FieldFiller(source.Values()));

    internal void FillFrom(OptimizerOptions defaults)
    {
        VisitAll(new FieldFiller(defaults.Values(), onlyEmpty: true));
        initialLearningRate = learningRate!.Value;
    }

    private List<object?> Values()
    {
        var collector = new FieldCollector();
        VisitAll(collector);
        return collector.Values;
    }
}
