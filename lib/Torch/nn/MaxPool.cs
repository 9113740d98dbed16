using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size.Times(2), (stride ?? kernel_size).Times(2), (padding ?? 0).Times(2), (dilation ?? 1).Times(2), ceil_mode);

        public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
            new(kernel_size.Array(), (stride ?? kernel_size).Array(), (padding ?? (0, 0)).Array(), (dilation ?? (1, 1)).Array(), ceil_mode);

        public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        public static MaxPool3d MaxPool3d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size.Times(3), (stride ?? kernel_size).Times(3), (padding ?? 0).Times(3), (dilation ?? 1).Times(3), ceil_mode);

        public static MaxPool3d MaxPool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false) =>
            new(kernel_size.Array(), (stride ?? kernel_size).Array(), (padding ?? (0, 0, 0)).Array(), (dilation ?? (1, 1, 1)).Array(), ceil_mode);

        public static MaxPool3d MaxPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        public static partial class functional
        {
            private static readonly Operator maxPool1dOp = new("max_pool1d");
            private static readonly Operator maxPool1dIndicesOp = new("max_pool1d_with_indices");
            private static readonly Operator maxPool2dOp = new("max_pool2d");
            private static readonly Operator maxPool2dIndicesOp = new("max_pool2d_with_indices");
            private static readonly Operator maxPool3dOp = new("max_pool3d");
            private static readonly Operator maxPool3dIndicesOp = new("max_pool3d_with_indices");

            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                maxPool1dOp.Call(input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                maxPool1dIndicesOp.Call2(input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, ceil_mode);

            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                maxPool2dOp.Call(input, kernel_size, strides ?? kernel_size, padding ?? zero, dilation ?? one, ceil_mode);

            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size], stride is { } s ? [s] : null, padding is { } p ? [p] : null, dilation is { } d ? [d] : null, ceil_mode);

            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, kernel_size.Array(), stride?.Array(), padding?.Array(), dilation?.Array(), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                maxPool2dIndicesOp.Call2(input, kernel_size, strides ?? kernel_size, padding ?? zero, dilation ?? one, ceil_mode);

            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                maxPool3dOp.Call(input, kernel_size, strides ?? kernel_size, padding ?? zero, dilation ?? one, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                maxPool3dIndicesOp.Call2(input, kernel_size, strides ?? kernel_size, padding ?? zero, dilation ?? one, ceil_mode);
        }
    }
}
