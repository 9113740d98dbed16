using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Data;

/// <summary>Principal components: the directions in which data vary most, found from the covariance X'X/N of the centred data.</summary>
/// <param name="Mean">[D].</param>
/// <param name="Components">[D, D], a unit vector a row, the strongest first; each has its largest number positive.</param>
/// <param name="Eigenvalues">[D], the variances along the components, falling.</param>
public sealed record Pca(Tensor Mean, Tensor Components, Tensor Eigenvalues)
{
    /// <summary>Fits the components of the rows of [N, ...], each flattened to D numbers.</summary>
    /// <exception cref="ArgumentException">There are fewer than two rows.</exception>
    public static Pca Fit(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.ndim < 2 || data.shape[0] < 2)
            throw new ArgumentException($"components are fitted to [N, D] with at least two rows, not to [{string.Join(", ", data.shape)}]", nameof(data));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var rows = data.flatten(1);
        var mean = rows.mean([0]);
        var centred = rows - mean;
        var covariance = centred.t().matmul(centred) / rows.shape[0];
        var (values, vectors) = linalg.eigh(covariance.to(ScalarType.Float64));   // rising; LAPACK rounds the size of its float32 workspace and fails beyond D = 2,896
        var components = vectors.flip(1).t().to(rows.dtype).contiguous();
        var largest = components.gather(1, components.abs().argmax(1, keepdim: true));
        return new(scope.MoveToOuter(mean), scope.MoveToOuter(components * largest.sign()), scope.MoveToOuter(values.flip(0).clamp(min: 0).to(rows.dtype)));
    }

    /// <summary>The components of the colours of all pixels: [N, C, H, W] → C components.</summary>
    public static Pca OfColors(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var colors = Fit(images.permute(0, 2, 3, 1).reshape(-1, images.shape[1]));
        return new(scope.MoveToOuter(colors.Mean), scope.MoveToOuter(colors.Components), scope.MoveToOuter(colors.Eigenvalues));
    }

    /// <summary>[N, ...] → [N, count]: coordinates along the first components.</summary>
    public Tensor Project(Tensor data, long count)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (count < 1 || count > Mean.shape[0])
            throw new ArgumentOutOfRangeException(nameof(count), $"there are {Mean.shape[0]} components: take 1 to {Mean.shape[0]} of them, not {count}");
        using var scope = NewDisposeScope();
        return (data.flatten(1) - Mean).matmul(Components.narrow(0, 0, count).t()).MoveToOuterDisposeScope();
    }

    /// <summary>[N, count] → [N, D]: the nearest data with these coordinates.</summary>
    public Tensor Restore(Tensor coordinates)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        using var scope = NewDisposeScope();
        return (coordinates.matmul(Components.narrow(0, 0, coordinates.shape[1])) + Mean).MoveToOuterDisposeScope();
    }

    /// <summary>[N, ...] → [N, D]: coordinates divided by √(eigenvalue + epsilon), so that all directions vary alike.</summary>
    public Tensor Whiten(Tensor data, double epsilon = 1e-5)
    {
        using var scope = NewDisposeScope();
        return (Project(data, Mean.shape[0]) / (Eigenvalues + epsilon).sqrt()).MoveToOuterDisposeScope();
    }

    /// <summary>The share of the variance that the first components hold, 0 to 1.</summary>
    public double Explained(long count)
    {
        using var scope = NewDisposeScope();
        return (Eigenvalues.narrow(0, 0, count).sum() / Eigenvalues.sum()).to(ScalarType.Float64).item<double>();
    }
}
