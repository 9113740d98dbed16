using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>The mean loss of an epoch, summed on the device so that no step waits for it.</summary>
internal sealed class RunningLoss(Device device) : IDisposable
{
    private readonly Tensor sum = zeros([], ScalarType.Float64, device).DetachFromDisposeScope();
    private long count;

    /// <summary>The mean so far. Reading it waits for the device.</summary>
    public double Mean => count == 0 ? 0 : sum.item<double>() / count;

    /// <summary>Adds the mean loss of a batch.</summary>
    public void Add(Tensor batchLoss, long images)
    {
        using var quiet = no_grad();
        sum.add_(batchLoss, images);
        count += images;
    }

    public void Dispose() => sum.Dispose();
}
