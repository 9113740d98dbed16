using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace CnnCourse.Torch.Tests.Vision;

public sealed class ImageFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cnncourse-images-").FullName;

    private string At(string name) => Path.Combine(folder, name);

    private static Tensor Picture(long channels = 3) => (arange(channels * 20 * 30) * 3).remainder(200).to(uint8).reshape([channels, 20, 30]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_png_file_comes_back_to_the_bit(long channels)
    {
        using var scope = NewDisposeScope();
        io.write_png(Picture(channels), At("a.png"));
        var read = io.read_image(At("a.png"));
        Assert.Equal([channels, 20, 30], read.shape);
        Assert.Equal(Picture(channels).bytes.ToArray(), read.contiguous().bytes.ToArray());
        Assert.Equal([1L, 20, 30], io.read_image(At("a.png"), io.ImageReadMode.GRAY).shape);
        Assert.Equal([4L, 20, 30], io.read_image(At("a.png"), io.ImageReadMode.RGB_ALPHA).shape);
    }

    [Fact]
    public void Python_sees_the_same_pixels_in_our_files()
    {
        using var scope = NewDisposeScope();
        io.write_png(Picture(), At("b.png"));
        io.write_jpeg(Picture(), At("b.jpg"));
        var sums = Reference.Run($"""
            from torchvision.io import read_image
            print(json.dumps([flat(read_image('{At("b.png")}')), flat(read_image('{At("b.jpg")}'))]))
            """);
        Assert.Equal(sums[0].Numbers(), io.read_image(At("b.png")).Numbers());
        Assert.Equal(sums[1].Numbers(), io.read_image(At("b.jpg")).Numbers());
    }

    [Fact]
    public void A_file_that_is_no_picture_is_named()
    {
        File.WriteAllText(At("text.jpg"), "no picture");
        Assert.Contains("text.jpg: the 10 bytes are no picture", Assert.Throws<FormatException>(() => io.read_image(At("text.jpg"))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(At("cut.png"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]);
        Assert.Contains("cut.png: the PNG picture cannot be read", Assert.Throws<FormatException>(() => io.read_image(At("cut.png"))).Message, StringComparison.Ordinal);
        Assert.Contains("to(torch.uint8)", Assert.Throws<ArgumentException>(() => io.write_png(ones([3, 2, 2]), At("c.png"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "nrow=3")]
    [InlineData("x", "nrow=2, padding=1, normalize=True, pad_value=0.5")]
    [InlineData("x", "normalize=True, scale_each=True")]
    [InlineData("x", "normalize=True, value_range=(-1.0, 2.0)")]
    [InlineData("x[0]", "nrow=3")]
    public void A_grid_is_Pythons_grid(string images, string options)
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run($"""
            from torchvision.utils import make_grid
            x = torch.arange(5 * 6 * 4).reshape(5, 1, 6, 4) / 30 - 1
            r = make_grid({images}, {options})
            print(json.dumps([list(r.shape), flat(r)]))
            """);
        var x = arange(5 * 6 * 4).reshape([5, 1, 6, 4]) / 30 - 1;
        if (images != "x") x = x.select(0, 0);
        var grid = options switch
        {
            "nrow=3" => torchvision.utils.make_grid(x, 3),
            "nrow=2, padding=1, normalize=True, pad_value=0.5" => torchvision.utils.make_grid(x, 2, 1, true, pad_value: 0.5),
            "normalize=True, scale_each=True" => torchvision.utils.make_grid(x, normalize: true, scale_each: true),
            _ => torchvision.utils.make_grid(x, normalize: true, value_range: (-1, 2)),
        };
        Assert.Equal(expected[0].EnumerateArray().Select(n => n.GetInt64()), grid.shape);
        Reference.AssertClose(expected[1].Numbers(), grid.Numbers(), 1e-6);
    }

    [Fact]
    public void A_saved_grid_is_a_picture_of_its_values()
    {
        using var scope = NewDisposeScope();
        torchvision.utils.save_image(full([2, 3, 4, 4], 0.5), At("grid.png"), ImageFormat.Png);
        var picture = io.read_image(At("grid.png"));
        Assert.Equal([3L, 8, 14], picture.shape);                  // 2 of 4x4 with 2 around each
        Assert.Equal(2 * 3 * 16 * 128, picture.sum().item<long>());   // 0.5 * 255 + 0.5 = 128
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
