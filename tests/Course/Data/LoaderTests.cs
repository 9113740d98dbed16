using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CnnCourse.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Tests.Data;

/// <summary>Small archives in the formats of the real ones.</summary>
public sealed class LoaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Cifar_records_are_a_label_and_three_planes()
    {
        // Red 10, green 20, blue 30, but the pixel in row 1, column 2 has red 255.
        var picture = Record([3], (10, 20, 30), brightAt: 1 * 32 + 2);
        var path = Archive(("data_batch_1.bin", picture), ("data_batch_2.bin", Record([1], (0, 0, 0), 0)), ("test_batch.bin", Record([2], (0, 0, 0), 0)),
            ("batches.meta.txt", Encoding.UTF8.GetBytes("airplane\nautomobile\nbird\ncat\n\n")));
        var data = CifarArchive.Read(path, "batches.meta.txt");
        Assert.Equal([2, 3, 32, 32], data.Train.Images.shape);
        Assert.Equal([3, 1], data.Train.Labels.data<long>().ToArray());
        Assert.Equal("cat", data.Classes[3]);
        Assert.Equal([255 / 255f, 20 / 255f, 30 / 255f], data.Train.Images[0, TensorIndex.Colon, 1, 2].contiguous().data<float>().ToArray());
        Assert.Equal(10 / 255f, data.Train.Images[0, 0, 2, 1].item<float>());
        Assert.Equal(1, data.Test.Count);
    }

    [Fact]
    public void Of_two_label_bytes_the_fine_one_counts()
    {
        var path = Archive(("train.bin", Record([7, 1], (0, 0, 0), 0)), ("test.bin", Record([7, 0], (0, 0, 0), 0)),
            ("coarse_label_names.txt", "fish"u8.ToArray()), ("fine_label_names.txt", "apple\naquarium_fish\n"u8.ToArray()));
        var data = CifarArchive.Read(path, "fine_label_names.txt", labelBytes: 2);
        Assert.Equal(1, data.Train.Labels.item<long>());
        Assert.Equal(["apple", "aquarium_fish"], data.Classes);
    }

    [Fact]
    public void A_cut_batch_is_named()
    {
        var path = Archive(("train.bin", Record([0], (0, 0, 0), 0)[..^5]), ("test.bin", Record([0], (0, 0, 0), 0)), ("names.txt", "a"u8.ToArray()));
        Assert.Contains("whole records of 3073 bytes", Assert.Throws<BadDataException>(() => CifarArchive.Read(path, "names.txt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_beyond_the_classes_is_named()
    {
        var path = Archive(("train.bin", Record([9], (0, 0, 0), 0)), ("test.bin", Record([0], (0, 0, 0), 0)), ("names.txt", "a\nb"u8.ToArray()));
        Assert.Contains("found label 9, expected labels 0 to 1", Assert.Throws<BadDataException>(() => CifarArchive.Read(path, "names.txt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_archive_is_named()
    {
        var path = Archive(("train.bin", Record([0], (1, 2, 3), 0)), ("names.txt", "a"u8.ToArray()));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Assert.StartsWith(path, Assert.Throws<BadDataException>(() => CifarArchive.Read(path, "names.txt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_are_cut_from_the_sheet_row_by_row()
    {
        // Every digit is a grey of its own: its row of digits plus its column.
        var sheet = (arange(50, ScalarType.Int64).reshape(50, 1) + arange(100, ScalarType.Int64)).to(ScalarType.Byte);
        var pixels = sheet.repeat_interleave(20, 0).repeat_interleave(20, 1).unsqueeze(0);
        var path = Path.Combine(folder.FullName, "digits.png");
        torchvision.io.write_png(pixels, path);
        var store = Store("digits", "digits.png");
        var data = Datasets.Digits(store);
        Assert.Equal([4000, 1, 20, 20], data.Train.Images.shape);
        Assert.Equal([1000, 1, 20, 20], data.Test.Images.shape);
        Assert.Equal([0, 0, 9], new[] { 0L, 399, 3999 }.Select(k => data.Train.Labels[k].item<long>()));
        Assert.True((data.Train.Images[83] * 255).allclose(full([1], 1 + 3f)));      // row 1, column 3
        Assert.True((data.Test.Images[20 * 7 + 2] * 255).allclose(full([1], 7 + 82f)));   // row 7, column 82
        Assert.All(data.Test.Labels.data<long>().ToArray().CountBy(l => l), c => Assert.Equal(100, c.Value));
    }

    [Fact]
    public void A_sheet_of_another_size_is_named()
    {
        torchvision.io.write_png(zeros([1, 20, 20], ScalarType.Byte), Path.Combine(folder.FullName, "digits.png"));
        Assert.Contains("expected 1×1000×2000", Assert.Throws<BadDataException>(() => Datasets.Digits(Store("digits", "digits.png"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Caltech_is_unpacked_once_and_without_clutter()
    {
        using (var tar = new MemoryStream())
        {
            using (var packed = new GZipStream(tar, CompressionLevel.Fastest, leaveOpen: true))
            using (var writer = new TarWriter(packed, leaveOpen: true))
                foreach (var name in new[] { "BACKGROUND_Google", "accordion", "ant" })
                    writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"101_ObjectCategories/{name}/image_0001.jpg") { DataStream = new MemoryStream(Jpeg(30, 20)) });
            using var zip = ZipFile.Open(Path.Combine(folder.FullName, "caltech-101.zip"), ZipArchiveMode.Create);
            using var entry = zip.CreateEntry("caltech-101/101_ObjectCategories.tar.gz").Open();
            tar.WriteTo(entry);
        }
        var store = Store("caltech-101", "caltech-101.zip");
        Assert.Equal(["accordion", "ant"], Datasets.Caltech101(store).Classes);
        File.WriteAllText(Path.Combine(folder.FullName, "store", "caltech-101", "caltech-101.zip"), "no longer needed");
        var set = Datasets.Caltech101(store).ToSet(16);
        Assert.Equal([2, 3, 16, 16], set.Images.shape);
        Assert.Equal([0, 1], set.Labels.data<long>().ToArray());
    }

    [Fact]
    public void Another_zip_file_leaves_nothing_half_unpacked()
    {
        ZipFile.Open(Path.Combine(folder.FullName, "caltech-101.zip"), ZipArchiveMode.Create).Dispose();
        var store = Store("caltech-101", "caltech-101.zip");
        Assert.Throws<BadDataException>(() => Datasets.Caltech101(store));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder.FullName, "store", "caltech-101")));
    }

    private static byte[] Record(byte[] labels, (byte R, byte G, byte B) color, int brightAt)
    {
        byte[] pixels = [.. Enumerable.Repeat(color.R, 1024), .. Enumerable.Repeat(color.G, 1024), .. Enumerable.Repeat(color.B, 1024)];
        pixels[brightAt] = 255;
        return [.. labels, .. pixels];
    }

    private static byte[] Jpeg(int width, int height)
    {
        using var stream = new MemoryStream();
        torchvision.io.write_jpeg(full([3, height, width], 128, dtype: ScalarType.Byte), stream);
        return stream.ToArray();
    }

    private string Archive(params (string Name, byte[] Content)[] files)
    {
        var path = Path.Combine(folder.FullName, "set.tar.gz");
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        using var tar = new TarWriter(packed);
        foreach (var (name, content) in files) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "cifar/" + name) { DataStream = new MemoryStream(content) });
        return path;
    }

    // A store that has the file already, as if it had been put there by hand.
    private DataStore Store(string name, string file)
    {
        var cache = Path.Combine(folder.FullName, "store");
        Directory.CreateDirectory(Path.Combine(cache, name));
        File.Move(Path.Combine(folder.FullName, file), Path.Combine(cache, name, file));
        return new(cache, mayUseSystem: false, mayDownload: false);
    }

    public void Dispose()
    {
        scope.Dispose();
        folder.Delete(recursive: true);
    }
}
