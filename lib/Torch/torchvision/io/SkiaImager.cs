using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>JPEG and PNG under the name that TorchSharp gives its codec; the work is done by torchvision's operators.</summary>
        public sealed class SkiaImager(int quality = 75) : Imager
        {
            private const int PngCompression = 6;

            private static readonly byte[] jpeg = [0xff, 0xd8, 0xff];
            private static readonly byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

            private static readonly Operator decode = new("image::decode_image");
            private static readonly Operator encodeJpeg = new("image::encode_jpeg");
            private static readonly Operator encodePng = new("image::encode_png");

            public override Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED)
            {
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return DecodeImage(bytes.ToArray(), mode);
            }

            /// <exception cref="FormatException">The bytes are neither a JPEG nor a PNG picture, or a damaged one.</exception>
            public override Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED)
            {
                var isJpeg = data.AsSpan().StartsWith(jpeg);
                var isPng = data.AsSpan().StartsWith(png);
                if (!isJpeg && !isPng) throw new FormatException($"the {data.Length} bytes are no picture in JPEG or PNG form; convert it to one of these");
                var op = TorchvisionLibrary.WithImage(decode);
                using var packed = FromMemory<byte>(data, [data.Length], ScalarType.Byte, null, false);
                try
                {
                    // From torchvision 0.17 on there is a third argument: whether to turn the picture as its camera says.
                    return op.Schema.Contains("bool", StringComparison.Ordinal) ? op.Call(packed, (long)mode, false) : op.Call(packed, (long)mode);
                }
                catch (TorchException e)
                {
                    throw new FormatException($"the {(isJpeg ? "JPEG" : "PNG")} picture cannot be read: {e.Message}", e);
                }
            }

            public override void EncodeImage(Tensor image, ImageFormat format, Stream stream) => stream.Write(EncodeImage(image, format));

            public override byte[] EncodeImage(Tensor image, ImageFormat format)
            {
                using var scope = NewDisposeScope();
                var here = image.cpu().contiguous();
                var packed = format switch
                {
                    ImageFormat.Jpeg => TorchvisionLibrary.WithImage(encodeJpeg).Call(here, (long)quality),
                    ImageFormat.Png => TorchvisionLibrary.WithImage(encodePng).Call(here, (long)PngCompression),
                    _ => throw new NotSupportedException($"pictures are written as JPEG or PNG, not as {format}"),
                };
                return packed.contiguous().RawBytes.ToArray();
            }
        }
    }
}
