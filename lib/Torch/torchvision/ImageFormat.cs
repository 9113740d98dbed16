namespace TorchSharp;

public static partial class torchvision
{
    public enum ImageFormat
    {
        Unknown,
        Png,
        Jpeg,
        Bmp,
        Gif,
        Tiff,
        Emf,
        Exif,
        Wmf,
        Pbm,
        Tga,
        Webp,
    }
}
