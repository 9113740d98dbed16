using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>
/// A running average of a network's weights, often better than the last of them (Polyak and Juditsky 1992; used by Szegedy et al. 2015, §6):
/// a ← d a + (1 - d) w after each step, with d = min(decay, (1 + t) / (10 + t)) so that the random start is soon forgotten.
/// </summary>
/// <remarks>The moving averages of batch normalisation are averaged too, so that they fit the averaged weights.</remarks>
public sealed class PolyakAverage : IDisposable
{
    private readonly (Tensor Weight, Tensor Average)[] pairs;
    private readonly double decay;
    private bool isInNetwork;

    /// <summary>Starts at the network's weights of now.</summary>
    public PolyakAverage(nn.Module network, double decay)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (decay is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(decay), decay, "the decay of an average is at least 0 and less than 1; 0.999 is usual");
        this.decay = decay;
        using var quiet = no_grad();
        pairs = [.. network.state_dict().Values.Where(w => w.is_floating_point()).Select(w => (w, w.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>Steps that were averaged.</summary>
    public long Steps { get; internal set; }

    /// <summary>The averages, in the order of the network's state.</summary>
    public IReadOnlyList<Tensor> Averages => [.. pairs.Select(p => p.Average)];

    /// <summary>Takes the weights of now into the average.</summary>
    public void Update()
    {
        using var quiet = no_grad();
        Steps++;
        var keep = Math.Min(decay, (1.0 + Steps) / (10 + Steps));
        foreach (var (weight, average) in pairs) average.mul_(keep).add_(weight, alpha: 1 - keep);
    }

    /// <summary>Puts the averages into the network, and keeps the weights until <see cref="TakeOut"/>.</summary>
    public void PutIn() => Exchange(inNetwork: true);

    /// <summary>Gives the network its weights back.</summary>
    public void TakeOut() => Exchange(inNetwork: false);

    private void Exchange(bool inNetwork)
    {
        if (isInNetwork == inNetwork) return;
        isInNetwork = inNetwork;
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        foreach (var (weight, average) in pairs)
        {
            var kept = weight.clone();
            weight.copy_(average);
            average.copy_(kept);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, average) in pairs) average.Dispose();
    }
}
