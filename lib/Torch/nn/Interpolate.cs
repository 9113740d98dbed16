using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public enum UpsampleMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
    }

    public static partial class nn
    {
        public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null, bool? recompute_scale_factor = null) =>
            new(size, scale_factor, mode, align_corners, recompute_scale_factor);

        public static partial class functional
        {
            private static readonly Operator nearest1dOp = new("upsample_nearest1d", "vec");
            private static readonly Operator nearest2dOp = new("upsample_nearest2d", "vec");
            private static readonly Operator nearest3dOp = new("upsample_nearest3d", "vec");
            private static readonly Operator nearestExact1dOp = new("_upsample_nearest_exact1d", "vec");
            private static readonly Operator nearestExact2dOp = new("_upsample_nearest_exact2d", "vec");
            private static readonly Operator nearestExact3dOp = new("_upsample_nearest_exact3d", "vec");
            private static readonly Operator linear1dOp = new("upsample_linear1d", "vec");
            private static readonly Operator bilinear2dOp = new("upsample_bilinear2d", "vec");
            private static readonly Operator bilinear2dAntialiasOp = new("_upsample_bilinear2d_aa", "vec");
            private static readonly Operator bicubic2dOp = new("upsample_bicubic2d", "vec");
            private static readonly Operator bicubic2dAntialiasOp = new("_upsample_bicubic2d_aa", "vec");
            private static readonly Operator trilinear3dOp = new("upsample_trilinear3d", "vec");
            private static readonly Operator nearest1dBackwardOp = new("upsample_nearest1d_backward");
            private static readonly Operator nearest2dBackwardOp = new("upsample_nearest2d_backward");
            private static readonly Operator nearest3dBackwardOp = new("upsample_nearest3d_backward");

            /// <summary>[N, C, ...] at another resolution, given as a size or as a factor; one number stands for every dimension.</summary>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var shape = x.shape;
                var places = shape.Length - 2;
                if ((size is null) == (scale_factor is null)) throw new ArgumentException("either size or scale_factor should be defined, and not both");
                if (size?.Length == 1) size = size[0].Times(places);
                if (scale_factor?.Length == 1) scale_factor = scale_factor[0].Times(places);
                if ((size?.Length ?? scale_factor!.Length) != places)
                    throw new ArgumentException($"Input and output must have the same number of spatial dimensions, but the input has {places} and the size or scale {size?.Length ?? scale_factor!.Length}.");
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = shape[2..].Zip(scale_factor, (length, factor) => (long)Math.Floor(length * factor)).ToArray();
                    scale_factor = null;
                }
                if (antialias && !(places == 2 && mode is InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                    throw new ArgumentException("Anti-alias option is only supported for bilinear and bicubic modes");

                var corners = align_corners ?? false;
                return (mode, places) switch
                {
                    (InterpolationMode.Nearest, 1) => nearest1dOp.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 2) => nearest2dOp.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 3) => nearest3dOp.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 1) => nearestExact1dOp.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 2) => nearestExact2dOp.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 3) => nearestExact3dOp.Call(x, size, scale_factor),
                    (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, size![0]),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, size!),
                    (InterpolationMode.Area, 3) => adaptive_avg_pool3d(x, size!),
                    (InterpolationMode.Linear, 1) => linear1dOp.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) => (antialias ? bilinear2dAntialiasOp : bilinear2dOp).Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) => (antialias ? bicubic2dAntialiasOp : bicubic2dOp).Call(x, size, corners, scale_factor),
                    (InterpolationMode.Trilinear, 3) => trilinear3dOp.Call(x, size, corners, scale_factor),
                    _ => throw new ArgumentException($"{mode} interpolation does not take a {shape.Length}D input [{string.Join(", ", shape)}]: Linear takes 3D, Bilinear and Bicubic 4D, Trilinear 5D."),
                };
            }

            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Nearest, align_corners);

            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                nearest1dOp.Call(input, outputSize is { } size ? new[] { size } : null, scaleFactor is { } factor ? new[] { factor } : null);

            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => nearest2dOp.Call(input, outputSizes, scaleFactors);
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => nearest3dOp.Call(input, outputSizes, scaleFactors);

            public static Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor)
            {
                var shape = grad_output.shape;
                return nearest1dBackwardOp.Call(grad_output, new[] { outputSize ?? shape[2] }, (long[])[shape[0], shape[1], inputSize], scaleFactor);
            }

            public static Tensor upsample_nearest2d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                nearest2dBackwardOp.Call(grad_output, outputSizes ?? grad_output.shape[2..], inputSizes, scaleFactors?[0], scaleFactors?[1]);

            public static Tensor upsample_nearest3d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                nearest3dBackwardOp.Call(grad_output, outputSizes ?? grad_output.shape[2..], inputSizes, scaleFactors?[0], scaleFactors?[1], scaleFactors?[2]);
        }
    }
}
