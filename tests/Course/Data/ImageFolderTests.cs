using CnnCourse.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Folders_are_classes_and_files_their_pictures()
    {
        Write("n02/b.png", 200, 12, 8);
        Write("n01/a.JPEG", 100, 8, 12);
        File.WriteAllText(Path.Combine(folder.FullName, "n01", "notes.txt"), "not a picture");
        var pictures = ImageFolder.Open(folder.FullName);
        Assert.Equal(["n01", "n02"], pictures.Classes);
        Assert.Equal([0, 1], pictures.Files.Select(f => f.Label));
        var set = pictures.ToSet(8);
        Assert.Equal([2, 3, 8, 8], set.Images.shape);
        Assert.Equal(100 / 255f, set.Images[0].mean().item<float>(), 0.01f);
        Assert.Equal(200 / 255f, set.Images[1].mean().item<float>(), 0.01f);
    }

    [Fact]
    public void A_split_takes_as_many_of_each_class_and_none_twice()
    {
        foreach (var k in Enumerable.Range(0, 10)) Write($"{(k < 7 ? "many" : "few")}/{k}.png", k, 8, 8);
        var (train, test) = ImageFolder.Open(folder.FullName).Split(perClass: 2, seed: 1, mostTest: 3);
        Assert.Equal([2, 2], train.Files.CountBy(f => f.Label).Select(c => c.Value));
        Assert.Equal([1, 3], test.Files.CountBy(f => f.Label).OrderBy(c => c.Key).Select(c => c.Value));
        Assert.Empty(train.Files.Intersect(test.Files));
    }

    [Fact]
    public void A_loader_reads_the_pictures_in_its_workers()
    {
        foreach (var k in Enumerable.Range(0, 5)) Write($"{k}/x.png", 10 * k, 8, 8);
        var samples = ImageFolder.Open(folder.FullName).Loaded(8);
        using var loader = utils.data.DataLoader(samples, 2, num_worker: 2);
        Assert.Equal([0, 1, 2, 3, 4], loader.SelectMany(batch => batch["label"].data<long>().ToArray()));
    }

    [Fact]
    public void A_file_that_is_no_picture_is_named()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "a"));
        File.WriteAllText(Path.Combine(folder.FullName, "a", "x.png"), "text");
        var error = Assert.Throws<BadDataException>(() => ImageFolder.Open(folder.FullName).ToSet(8));
        Assert.Contains("x.png: found no picture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_pictures_is_refused() =>
        Assert.Contains("0 folders", Assert.Throws<BadDataException>(() => ImageFolder.Open(folder.FullName)).Message, StringComparison.Ordinal);

    private void Write(string name, int grey, int width, int height)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var picture = full([3, height, width], grey, dtype: ScalarType.Byte);
        if (name.EndsWith("png", StringComparison.Ordinal)) torchvision.io.write_png(picture, path);
        else torchvision.io.write_jpeg(picture, path);
    }

    public void Dispose()
    {
        scope.Dispose();
        folder.Delete(recursive: true);
    }
}
