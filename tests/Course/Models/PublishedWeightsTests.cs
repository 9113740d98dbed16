using System.Security.Cryptography;
using CnnCourse.Data;
using CnnCourse.Models;
using CnnCourse.Tests.Data;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Models;

public sealed class PublishedWeightsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly byte[] content = [.. Enumerable.Range(0, 50_000).Select(k => (byte)(k * 3))];

    [Fact]
    public void Every_set_is_of_a_network_of_the_zoo_and_named_by_its_checksum()
    {
        Assert.All(PublishedWeights.All, w =>
        {
            Assert.Contains(w.Model, ModelZoo.Names);
            Assert.Matches("-[0-9a-f]{8}\\.pth$", w.File);
            Assert.Equal(8, w.Checksum.Hex.Length);
        });
        Assert.Equal(TorchvisionFixture.Sizes.Keys.Where(ModelZoo.Names.Contains).Order(), PublishedWeights.All.Select(w => w.Model).Distinct().Order());
    }

    [Fact]
    public void ImageNet_has_a_thousand_classes()
    {
        Assert.Equal(1000, PublishedWeights.ImageNetClasses.Count);
        Assert.Equal("tench", PublishedWeights.ImageNetClasses[0]);
        Assert.Equal("toilet tissue", PublishedWeights.ImageNetClasses[999]);
    }

    [Fact]
    public void A_file_is_fetched_checked_and_not_fetched_again()
    {
        using var server = new FileServer(content) { BreakAfter = 20_000 };
        var weights = Weights(Convert.ToHexStringLower(SHA256.HashData(content))[..8]);
        var path = weights.Fetch(folder.FullName, new(server.Address));
        Assert.Equal(content, File.ReadAllBytes(path));
        weights.Fetch(folder.FullName, new(server.Address));
        Assert.Equal([null, "bytes=20000-"], server.Ranges);
    }

    [Fact]
    public void Another_file_is_refused_and_leaves_nothing_behind()
    {
        using var server = new FileServer(content);
        var error = Assert.Throws<BadDataException>(() => Weights("01234567").Fetch(folder.FullName, new(server.Address)));
        Assert.Contains("expected sha256 01234567", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public void A_picture_is_resized_and_normalised_as_the_weights_expect()
    {
        using var scope = NewDisposeScope();
        var preprocessing = PublishedWeights.Of("resnet50", version: 2).Preprocessing;
        var prepared = preprocessing.Prepare(full([3, 300, 400], 128, dtype: ScalarType.Byte));
        Assert.Equal([1, 3, 232, 309], prepared.shape);   // 400 · 232 / 300, rounded down
        Assert.Equal([1, 3, 224, 224], preprocessing.Center(prepared).shape);
        Assert.Equal((128 / 255.0 - 0.406) / 0.225, prepared[0, 2, 0, 0].item<float>(), 5);
    }

    [Fact]
    public void GoogLeNets_own_change_of_its_input_is_part_of_the_preprocessing()
    {
        // torchvision normalises with ImageNet's numbers, then the network computes x · (0.229 / 0.5) + (0.485 - 0.5) / 0.5 and so on.
        using var scope = NewDisposeScope();
        var prepared = PublishedWeights.Of("googlenet").Preprocessing.Prepare(full([3, 256, 256], 51, dtype: ScalarType.Byte));
        var byHand = (0.2 - 0.485) / 0.229 * (0.229 / 0.5) + (0.485 - 0.5) / 0.5;
        Assert.Equal(byHand, prepared[0, 0, 9, 9].item<float>(), 5);
    }

    [Fact]
    public void Grey_pictures_serve_three_channels_and_colours_one()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 3, 256, 256], Preprocessing.ImageNet().Prepare(zeros(1, 20, 20)).shape);
        var grey = Preprocessing.For([1, 32, 32]).Prepare(ones(3, 40, 40));
        Assert.Equal([1, 1, 32, 32], grey.shape);
        Assert.Equal(1, grey.mean().item<float>(), 3);
    }

    private static PublishedWeights Weights(string digits) => new("lenet5", $"tiny-{digits}.pth", Preprocessing.ImageNet(), 0, 0);

    public void Dispose() => folder.Delete(recursive: true);
}
