using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Training;

/// <summary>Losses and right answers of an epoch. They stay on the device until <see cref="Read"/>, so that no step waits for it.</summary>
internal sealed class Tally(History history) : IDisposable
{
    private readonly List<(Tensor Loss, Tensor Right, long Images)> unread = [];
    private double lossSum;
    private long read;

    /// <summary>Steps of the epoch that were made.</summary>
    public long Steps => read + unread.Count;

    /// <summary>Images in the steps that were read.</summary>
    public long Images { get; private set; }

    /// <summary>How many of them were right.</summary>
    public long Right { get; private set; }

    /// <summary>Mean loss of an image.</summary>
    public double Loss => Images == 0 ? 0 : lossSum / Images;

    /// <summary>Share of the images that were right.</summary>
    public double Accuracy => Images == 0 ? 0 : (double)Right / Images;

    /// <summary>Notes a step.</summary>
    /// <param name="loss">[], the mean over the batch.</param>
    /// <param name="answers">[N], the class with the best score.</param>
    /// <param name="labels">[N].</param>
    public void Add(Tensor loss, Tensor answers, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var right = answers.eq(labels).sum();
        unread.Add((loss.detach().DetachFromDisposeScope(), right.DetachFromDisposeScope(), labels.shape[0]));
    }

    /// <summary>Brings the sums up to date and the losses into the history. Waits for the device.</summary>
    public void Read()
    {
        if (unread.Count == 0) return;
        using var scope = NewDisposeScope();
        var losses = stack([.. unread.Select(s => s.Loss)]).to(ScalarType.Float64).cpu().data<double>().ToArray();
        var rights = stack([.. unread.Select(s => s.Right)]).cpu().data<long>().ToArray();
        for (var k = 0; k < losses.Length; k++)
        {
            history.AddStep(losses[k]);
            Note(losses[k], rights[k], unread[k].Images);
        }
        Forget();
    }

    /// <summary>Takes up an epoch that was left after some steps of equal size, whose losses are the history's last.</summary>
    public void Resume(long steps, long batchSize, long right)
    {
        foreach (var loss in history.StepLosses.TakeLast((int)steps)) Note(loss, 0, batchSize);
        Right = right;
    }

    /// <summary>Starts the next epoch.</summary>
    public void Reset()
    {
        Forget();
        (lossSum, read, Images, Right) = (0, 0, 0, 0);
    }

    public void Dispose() => Forget();

    private void Note(double loss, long right, long images)
    {
        read++;
        Images += images;
        Right += right;
        lossSum += loss * images;
    }

    private void Forget()
    {
        foreach (var (loss, right, _) in unread)
        {
            loss.Dispose();
            right.Dispose();
        }
        unread.Clear();
    }
}
