using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>What <see cref="read_image(string, ImageReadMode, Imager)"/> makes of a picture's channels.</summary>
        public enum ImageReadMode
        {
            UNCHANGED,
            GRAY,
            GRAY_ALPHA,
            RGB,
            RGB_ALPHA,
        }

        /// <summary>The codec that is used where none is given: torchvision's own JPEG and PNG operators.</summary>
        public static Imager DefaultImager { get; set; } = new SkiaImager();

        /// <summary>Pictures to and from byte tensors [C, H, W].</summary>
        public abstract class Imager
        {
            public abstract Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED);
            public abstract Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED);
            public abstract void EncodeImage(Tensor image, ImageFormat format, Stream stream);
            public abstract byte[] EncodeImage(Tensor image, ImageFormat format);

            public virtual Task<Tensor> DecodeImageAsync(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, CancellationToken cancellationToken = default) =>
                Task.FromResult(DecodeImage(stream, mode));

            public virtual Task EncodeImageAsync(Tensor image, ImageFormat format, Stream stream, CancellationToken cancellationToken = default)
            {
                EncodeImage(image, format, stream);
                return Task.CompletedTask;
            }
        }
    }
}
