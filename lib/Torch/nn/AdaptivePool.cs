using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(output_size.Array());
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(output_size.Times(2));
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(output_size.Array());
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new(output_size.Times(3));
        public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);
        public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);
        public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);

        public static partial class functional
        {
            private static readonly Operator adaptiveAvgPool1dOp = new("adaptive_avg_pool1d");
            private static readonly Operator adaptiveAvgPool2dOp = new("adaptive_avg_pool2d");
            private static readonly Operator adaptiveAvgPool3dOp = new("adaptive_avg_pool3d");
            private static readonly Operator adaptiveMaxPool1dOp = new("adaptive_max_pool1d");
            private static readonly Operator adaptiveMaxPool2dOp = new("adaptive_max_pool2d");
            private static readonly Operator adaptiveMaxPool3dOp = new("adaptive_max_pool3d");
            private static readonly Operator adaptiveAvgPool3dBackwardOp = new("_adaptive_avg_pool3d_backward");

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => adaptiveAvgPool1dOp.Call(input, new[] { output_size });
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => adaptiveAvgPool2dOp.Call(input, output_size);
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptiveAvgPool2dOp.Call(input, output_size.Array());
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptiveAvgPool2dOp.Call(input, output_size.Times(2));
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => adaptiveAvgPool3dOp.Call(input, output_size);
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => adaptiveAvgPool3dOp.Call(input, output_size.Array());
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptiveAvgPool3dOp.Call(input, output_size.Times(3));

            public static Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput)
            {
                using var gradient = adaptiveAvgPool3dBackwardOp.Call(gradOutput, originalInput);
                return gradInput.copy_(gradient);
            }

            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (values, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) => adaptiveMaxPool1dOp.Call2(input, new[] { output_size });

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (values, indices) = adaptive_max_pool2d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) => adaptiveMaxPool2dOp.Call2(input, output_size);

            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
            {
                var (values, indices) = adaptive_max_pool3d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) => adaptiveMaxPool3dOp.Call2(input, output_size);
        }
    }
}
