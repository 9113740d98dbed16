using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null) => new(kernel_size, stride, padding);
        public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) => new(kernel_size.Times(2), stride?.Times(2), padding?.Times(2));
        public static MaxUnpool2d MaxUnpool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) => new(kernel_size.Array(), stride?.Array(), padding?.Array());
        public static MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null) => new(kernel_size, stride, padding);
        public static MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) => new(kernel_size.Times(3), stride?.Times(3), padding?.Times(3));
        public static MaxUnpool3d MaxUnpool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null) => new(kernel_size.Array(), stride?.Array(), padding?.Array());
        public static MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null) => new(kernel_size, stride, padding);

        public static partial class functional
        {
            private static readonly Operator maxUnpool2dOp = new("max_unpool2d");
            private static readonly Operator maxUnpool3dOp = new("max_unpool3d");

            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                var size = UnpooledSize(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size);
                using var scope = NewDisposeScope();
                return maxUnpool2dOp.Call(input.unsqueeze(-1), indices.unsqueeze(-1), (long[])[.. size, 1]).squeeze(-1).MoveToOuterDisposeScope();
            }

            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                maxUnpool2dOp.Call(input, indices, UnpooledSize(input, kernel_size, stride ?? kernel_size, padding ?? new long[2], output_size));

            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                stride ??= kernel_size;
                padding ??= new long[3];
                return maxUnpool3dOp.Call(input, indices, UnpooledSize(input, kernel_size, stride, padding, output_size), stride, padding);
            }

            private static long[] UnpooledSize(Tensor input, long[] kernel, long[] stride, long[] padding, long[]? asked)
            {
                var places = kernel.Length;
                var input_size = input.shape[^places..];
                var usual = new long[places];
                for (var k = 0; k < places; k++) usual[k] = (input_size[k] - 1) * stride[k] + kernel[k] - 2 * padding[k];
                if (asked is null) return usual;
                if (asked.Length == places + 2) asked = asked[2..];
                if (asked.Length != places) throw new ArgumentException($"output_size should be a sequence containing {places} or {places + 2} elements, but it has a length of {asked.Length}");
                for (var k = 0; k < places; k++)
                    if (asked[k] <= usual[k] - stride[k] || asked[k] >= usual[k] + stride[k])
                        throw new ArgumentException($"invalid output_size [{string.Join(", ", asked)}] (dimension {k} must be between {usual[k] - stride[k]} and {usual[k] + stride[k]})");
                return asked;
            }
        }
    }
}
