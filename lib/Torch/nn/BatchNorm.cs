using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        public static partial class functional
        {
            private static readonly Operator batchNormOp = new("batch_norm");

            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
            {
                if (training) RequireSeveralValues(input);
                return batchNormOp.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
            }

            private static void RequireSeveralValues(Tensor input)
            {
                var shape = input.shape;
                var values = shape[0];
                for (var k = 2; k < shape.Length; k++) values *= shape[k];
                if (values == 1)
                    throw new ArgumentException($"Expected more than 1 value per channel when training, got input size [{string.Join(", ", shape)}]; use a larger batch or eval().");
            }
        }
    }
}
