using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);
        public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);
        public static ChannelShuffle ChannelShuffle(long groups) => new(groups);
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        public static Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

        public static Fold Fold((long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
            new(output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

        public static Unfold Unfold((long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
            new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        public static partial class functional
        {
            private static readonly Operator pixelShuffleOp = new("pixel_shuffle");
            private static readonly Operator pixelUnshuffleOp = new("pixel_unshuffle");
            private static readonly Operator foldOp = new("col2im");
            private static readonly Operator unfoldOp = new("im2col");
            private static readonly Operator oneHotOp = new("one_hot");

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => pixelShuffleOp.Call(input, upscale_factor);
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => pixelUnshuffleOp.Call(input, downscale_factor);

            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                foldOp.Call(input, output_size.Array(), kernel_size.Array(), (dilation ?? (1, 1)).Array(), (padding ?? (0, 0)).Array(), (stride ?? (1, 1)).Array());

            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                unfoldOp.Call(input, kernel_size.Array(), (dilation ?? (1, 1)).Array(), (padding ?? (0, 0)).Array(), (stride ?? (1, 1)).Array());

            /// <summary>Classes [...] → [..., num_classes] with a one at each class; -1 for as many classes as there are.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => x.dtype == ScalarType.Int64
                ? oneHotOp.Call(x, num_classes)
                : throw new ArgumentException("OneHot input tensor must have elements of type Int64");
        }
    }
}
