using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size, stride, ceil_mode);
        public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size, stride, ceil_mode);
        public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size.Times(2), stride?.Times(2), ceil_mode);

        public static partial class functional
        {
            /// <summary>(sum of x^p over each region)^(1/p).</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var powers = input.pow(norm_type);
                using var means = avg_pool1d(powers, kernel_size, stride, 0, ceil_mode);
                return Root(means, norm_type, kernel_size);
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var powers = input.pow(norm_type);
                using var means = avg_pool2d(powers, kernel_size, stride, null, ceil_mode);
                return Root(means, norm_type, kernel_size[0] * kernel_size[^1]);
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, kernel_size.Times(2), stride?.Times(2), ceil_mode);

            private static Tensor Root(Tensor means, double norm_type, long count)
            {
                using var scope = NewDisposeScope();
                return (means.sign() * means.abs().relu()).mul(count).pow(1.0 / norm_type).MoveToOuterDisposeScope();
            }
        }
    }
}
