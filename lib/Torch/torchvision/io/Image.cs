using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>A picture file as a byte tensor [C, H, W].</summary>
        public static Tensor read_image(string filename, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null)
        {
            using var stream = File.OpenRead(filename);
            try
            {
                return read_image(stream, mode, imager);
            }
            catch (FormatException e)
            {
                throw new FormatException($"{filename}: {e.Message}", e);
            }
        }

        public static Tensor read_image(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null) =>
            (imager ?? DefaultImager).DecodeImage(stream, mode);

        public static async Task<Tensor> read_image_async(string filename, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null)
        {
            using var stream = File.OpenRead(filename);
            return await read_image_async(stream, mode, imager).ConfigureAwait(false);
        }

        public static Task<Tensor> read_image_async(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null) =>
            (imager ?? DefaultImager).DecodeImageAsync(stream, mode);

        public static void write_image(Tensor image, string filename, ImageFormat format, Imager? imager = null) =>
            AtomicFile.Write(filename, stream => write_image(image, stream, format, imager));

        public static void write_image(Tensor image, Stream stream, ImageFormat format, Imager? imager = null) =>
            (imager ?? DefaultImager).EncodeImage(Checked(image), format, stream);

        public static void write_png(Tensor image, string filename, Imager? imager = null) => write_image(image, filename, ImageFormat.Png, imager);
        public static void write_png(Tensor image, Stream stream, Imager? imager = null) => write_image(image, stream, ImageFormat.Png, imager);
        public static void write_jpeg(Tensor image, string filename, Imager? imager = null) => write_image(image, filename, ImageFormat.Jpeg, imager);
        public static void write_jpeg(Tensor image, Stream stream, Imager? imager = null) => write_image(image, stream, ImageFormat.Jpeg, imager);

        public static async Task write_image_async(Tensor image, string filename, ImageFormat format, Imager? imager = null)
        {
            using var stream = File.Create(filename);
            await write_image_async(image, stream, format, imager: imager).ConfigureAwait(false);
        }

        public static Task write_image_async(Tensor image, Stream stream, ImageFormat format, CancellationToken cancellationToken = default, Imager? imager = null) =>
            (imager ?? DefaultImager).EncodeImageAsync(Checked(image), format, stream, cancellationToken);

        /// <summary>A picture file's bytes as a tensor.</summary>
        public static Tensor encode_image(Tensor image, ImageFormat format, Imager? imager = null)
        {
            var bytes = (imager ?? DefaultImager).EncodeImage(Checked(image), format);
            return FromMemory<byte>(bytes, [bytes.Length], ScalarType.Byte, null, false);
        }

        /// <summary>The picture in a file's bytes.</summary>
        public static Tensor decode_image(Tensor image, ImageReadMode mode = ImageReadMode.UNCHANGED, Imager? imager = null) =>
            (imager ?? DefaultImager).DecodeImage(Checked(image).cpu().RawBytes.ToArray(), mode);

        public static Tensor read_file(string filename)
        {
            var bytes = File.ReadAllBytes(filename);
            return FromMemory<byte>(bytes, [bytes.Length], ScalarType.Byte, null, false);
        }

        public static async Task<Tensor> read_file_async(string filename)
        {
            var bytes = await File.ReadAllBytesAsync(filename).ConfigureAwait(false);
            return FromMemory<byte>(bytes, [bytes.Length], ScalarType.Byte, null, false);
        }

        public static void write_file(string filename, Tensor data) => AtomicFile.Write(filename, stream => data.WriteBytesToStream(stream));

        public static async Task write_file_async(string filename, Tensor data) =>
            await File.WriteAllBytesAsync(filename, data.cpu().bytes.ToArray()).ConfigureAwait(false);

        private static Tensor Checked(Tensor image) => image.dtype == ScalarType.Byte ? image
            : throw new ArgumentException($"the image is of type {image.dtype}; scale it to 0..255 and call to(torch.uint8) first");
    }
}
