using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static FractionalMaxPool2d FractionalMaxPool2d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
            new(kernel_size.Times(2), output_size?.Times(2), output_ratio?.Times(2));

        public static FractionalMaxPool2d FractionalMaxPool2d((long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
            new(kernel_size.Array(), output_size?.Array(), output_ratio?.Array());

        public static FractionalMaxPool2d FractionalMaxPool2d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
            new(kernel_size, output_size, output_ratio);

        public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
            new(kernel_size.Times(3), output_size?.Times(3), output_ratio?.Times(3));

        public static FractionalMaxPool3d FractionalMaxPool3d((long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
            new(kernel_size.Array(), output_size?.Array(), output_ratio?.Array());

        public static FractionalMaxPool3d FractionalMaxPool3d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
            new(kernel_size, output_size, output_ratio);

        public static partial class functional
        {
            private static readonly Operator fractionalMaxPool2dOp = new("fractional_max_pool2d");
            private static readonly Operator fractionalMaxPool3dOp = new("fractional_max_pool3d");

            private static (Tensor Values, Tensor Indices) FractionalPool(Operator op, Tensor input, long[] kernel_size, long[]? output_size, double[]? output_ratio)
            {
                if ((output_size is null) == (output_ratio is null)) throw new ArgumentException("Fractional pooling takes either an output size or an output ratio.");
                var shape = input.shape;
                var places = kernel_size.Length;
                output_size ??= shape[^places..].Zip(output_ratio!, (length, ratio) => (long)(length * ratio)).ToArray();
                var batch = shape.Length == places + 1 ? 1 : shape[0];
                using var samples = rand([batch, shape[^(places + 1)], places], input.dtype, input.device);
                return op.Call2(input, kernel_size, output_size, samples);
            }

            private static Tensor Values((Tensor Values, Tensor Indices) pooled)
            {
                pooled.Indices.Dispose();
                return pooled.Values;
            }

            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, kernel_size.Times(2), output_size?.Times(2), output_ratio?.Times(2));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, kernel_size.Array(), output_size?.Array(), output_ratio?.Array());

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                FractionalPool(fractionalMaxPool2dOp, input, kernel_size, output_size, output_ratio);

            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                Values(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                Values(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Values(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, kernel_size.Times(3), output_size?.Times(3), output_ratio?.Times(3));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, kernel_size.Array(), output_size?.Array(), output_ratio?.Array());

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                FractionalPool(fractionalMaxPool3dOp, input, kernel_size, output_size, output_ratio);
        }
    }
}
