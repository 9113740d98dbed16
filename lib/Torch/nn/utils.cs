using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            private static readonly Operator norms = new("_foreach_norm", "Scalar");

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors) => tensors.Select(tensor => tensor.grad).OfType<Tensor>().ToArray();

            /// <summary>Scales all gradients by one factor, so that their norm taken together is at most <paramref name="max_norm"/>; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0) return 0;
                var lengths = double.IsInfinity(norm_type)
                    ? Array.ConvertAll(gradients, gradient => gradient.abs().max())
                    : norm_type is 1 or 2 ? norms.CallList(gradients, norm_type) : Array.ConvertAll(gradients, gradient => gradient.norm((float)norm_type));
                var together = stack(lengths);
                var total = double.IsInfinity(norm_type) ? together.max() : together.norm((float)norm_type);
                var factor = (max_norm / (total + 1e-6)).clamp_max(1.0);
                foreach (var gradient in gradients) gradient.mul_(factor);
                return total.to(ScalarType.Float64).item<double>();
            }

            /// <summary>Clamps every gradient to [-clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors)) gradient.clamp_(-clip_value, clip_value);
            }

            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(tensor => tensor.reshape([-1])).ToArray()).MoveToOuterDisposeScope();
            }

            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                long start = 0;
                foreach (var tensor in tensors)
                {
                    var length = tensor.numel();
                    InPlace.copy.Run(tensor, vec.narrow(0, start, length).reshape(tensor.shape));
                    start += length;
                }
            }

            /// <summary>One convolution that does what a convolution and the batch norm after it do in evaluation.</summary>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var shape = conv_w.shape.Select(_ => 1L).ToArray();
                shape[transpose ? 1 : 0] = -1;
                var (scale, shift) = Fused(conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b);
                var weight = Parameter((conv_w * scale.reshape(shape)).to(conv_w.dtype), conv_w.requires_grad);
                var bias = Parameter(shift.to(conv_b?.dtype ?? conv_w.dtype), conv_b?.requires_grad ?? false);
                return (scope.MoveToOuter(weight), scope.MoveToOuter(bias));
            }

            /// <summary>One linear layer that does what a linear layer and the batch norm after it do in evaluation.</summary>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var (scale, shift) = Fused(linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b);
                var weight = Parameter((linear_w * scale.unsqueeze(-1)).to(linear_w.dtype), linear_w.requires_grad);
                var bias = Parameter(shift.to(linear_b?.dtype ?? linear_w.dtype), linear_b?.requires_grad ?? false);
                return (scope.MoveToOuter(weight), scope.MoveToOuter(bias));
            }

            /// <exception cref="InvalidOperationException">One of the two is in training mode, where they are not what they will be.</exception>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                if (linear.training || bn.training) throw new InvalidOperationException("Fusing operators is valid only for eval mode.");
                var (weight, bias) = fuse_linear_bn_weights(linear.weight, linear.bias, bn.running_mean!, bn.running_var!, bn.eps, bn.weight!, bn.bias!);
                return Linear(weight, bias);
            }

            private static (Tensor Scale, Tensor Shift) Fused(Tensor? bias, Tensor mean, Tensor variance, double eps, Tensor? gamma, Tensor? beta)
            {
                var scale = (variance + eps).rsqrt();
                if (gamma is not null) scale = scale * gamma;
                var shift = (bias is null ? -mean : bias - mean) * scale;
                return (scale, beta is null ? shift : shift + beta);
            }
        }
    }
}
