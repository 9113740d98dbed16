using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(output_size.Array());
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(output_size.Times(2));

        public static partial class functional
        {
            private static readonly Operator adaptiveAvgPool2dOp = new("adaptive_avg_pool2d");

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => adaptiveAvgPool2dOp.Call(input, output_size);
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptiveAvgPool2dOp.Call(input, output_size.Array());
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptiveAvgPool2dOp.Call(input, output_size.Times(2));
        }
    }
}
