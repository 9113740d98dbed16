using CnnCourse.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public sealed class PreprocessingTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    // Mean (10, 20); covariance [[5, 4], [4, 5]]: eigenvalues 9 and 1 along (1, 1)/√2 and (1, -1)/√2.
    private static Tensor Cross => tensor(new float[,] { { 13, 23 }, { 7, 17 }, { 11, 19 }, { 9, 21 } });

    [Fact]
    public void Components_are_those_worked_out_by_hand()
    {
        var pca = Pca.Fit(Cross);
        var half = MathF.Sqrt(0.5f);
        AssertNear(pca.Mean, [10, 20]);
        AssertNear(pca.Eigenvalues, [9, 1]);
        AssertNear(pca.Components[0], [half, half]);
        AssertNear(pca.Components[1].abs(), [half, half]);
        Assert.Equal(0.9, pca.Explained(1), 5);
    }

    [Fact]
    public void One_coordinate_keeps_what_lies_along_the_first_component()
    {
        var pca = Pca.Fit(Cross);
        var coordinates = pca.Project(Cross, 1);
        AssertNear(coordinates, [3 * MathF.Sqrt(2), -3 * MathF.Sqrt(2), 0, 0]);
        AssertNear(pca.Restore(coordinates), [13, 23, 7, 17, 10, 20, 10, 20]);
    }

    [Fact]
    public void All_coordinates_give_the_data_back()
    {
        var images = rand([50, 3, 2, 2], ScalarType.Float64);
        var pca = Pca.Fit(images);
        Assert.True(pca.Restore(pca.Project(images, 12)).allclose(images.flatten(1), atol: 1e-6));
    }

    [Fact]   // 3×32×32 colour images; X'X and XX' have the same eigenvalues but for zeros
    public void Components_of_3072_numbers_are_found_in_single_precision()
    {
        var images = rand(40, 3, 32, 32);
        var pca = Pca.Fit(images);
        var centred = (images - images.mean([0])).flatten(1).to(ScalarType.Float64);
        var expected = linalg.eigvalsh(centred.matmul(centred.t()) / 40).flip(0).to(ScalarType.Float32);
        Assert.True(pca.Eigenvalues.narrow(0, 0, 39).allclose(expected.narrow(0, 0, 39), rtol: 1e-4));
        Assert.True(pca.Restore(pca.Project(images, 39)).allclose(images.flatten(1), atol: 1e-5));
    }

    [Fact]
    public void Whitened_data_have_the_unit_covariance()
    {
        var data = rand([400, 5], ScalarType.Float64).matmul(rand([5, 5], ScalarType.Float64));
        var white = Pca.Fit(data).Whiten(data, epsilon: 0);
        Assert.True((white.t().matmul(white) / 400).allclose(eye(5, dtype: ScalarType.Float64), atol: 1e-6));
    }

    [Fact]
    public void More_coordinates_than_components_are_refused() =>
        Assert.Contains("take 1 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => Pca.Fit(Cross).Project(Cross, 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_row_has_no_components() => Assert.Throws<ArgumentException>(() => Pca.Fit(ones(1, 4)));

    [Fact]
    public void Means_are_of_pixels_or_of_channels()
    {
        // Two images of two channels and one row of two pixels.
        var images = tensor(new float[] { 0, 1, 2, 3, 4, 5, 6, 7 }, [2, 2, 1, 2]);
        var (pixels, channels) = (PixelStatistics.PerPixel(images), PixelStatistics.PerChannel(images));
        AssertNear(pixels.Mean, [2, 3, 4, 5]);
        AssertNear(channels.Mean, [2.5f, 4.5f]);
        AssertNear(channels.Deviation, [MathF.Sqrt(4.25f), MathF.Sqrt(4.25f)]);
        AssertNear(pixels.Center(images)[0], [-2, -2, -2, -2]);
        AssertNear(pixels.Standardize(images)[1], [1, 1, 1, 1]);
    }

    private static void AssertNear(Tensor actual, float[] expected) =>
        Assert.Equal(expected, actual.to(ScalarType.Float32).contiguous().data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);

    public void Dispose() => scope.Dispose();
}
