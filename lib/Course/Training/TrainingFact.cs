namespace CnnCourse.Training;

/// <summary>Something that two runs must share for one to go on with the other's state.</summary>
/// <param name="What">Its name in a sentence.</param>
/// <param name="Value">What it is in this run.</param>
internal sealed record TrainingFact(string What, string Value)
{
    private const string Network = "network";

    /// <summary>Network, data and the numbers of the recipe, but not how long it goes on. Functions are known by whether they are there.</summary>
    internal static IEnumerable<TrainingFact> Of(TrainingRun run)
    {
        var recipe = run.Recipe;
        yield return new(Network, string.Join(", ", run.Model.state_dict().Select(w => $"{w.Key} {string.Join('×', w.Value.shape)}")));
        yield return new("optimiser", run.Optimizer.GetType().Name);
        yield return new("number of training images", $"{run.Data.Train.Count}");
        yield return new("batch size", $"{recipe.BatchSize}");
        yield return new("seed", $"{recipe.Seed}");
        yield return new("learning rate", Say(recipe.LearningRate));
        yield return new("momentum", Say(recipe.Momentum));
        yield return new("weight decay", Say(recipe.WeightDecay));
        yield return new("label smoothing", Say(recipe.LabelSmoothing));
        yield return new("weight of auxiliary losses", Say(recipe.AuxiliaryWeight));
        yield return new("limit of the gradient's length", Say(recipe.ClipNorm));
        yield return new("decay of the averaged weights", Say(recipe.AverageDecay));
        yield return new("plateau", recipe.Plateau is { } plateau ? $"Epochs {plateau.Epochs}, Factor {Say(plateau.Factor)}" : Say(null));
        yield return new("augmentation", recipe.Augment is null ? Say(null) : "there");
    }

    /// <summary>In words, how another run's value differs; null where it is the same.</summary>
    internal string? Difference(string theirs)
    {
        if (theirs == Value) return null;
        if (What != Network) return $"its {What} is {theirs}, not {Value}";
        var (there, here) = (theirs.Split(", "), Value.Split(", "));
        var first = there.Zip(here).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"its {What} has {there.ElementAtOrDefault(first) ?? "no more weights"} where this one has {here.ElementAtOrDefault(first) ?? "none"}";
    }

    private static string Say(double? number) => number is { } n ? FormattableString.Invariant($"{n}") : "none";
}
