using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The in-place form of an operator answers with a tensor object of its own, which a Sequential may dispose.
        public static partial class functional
        {
            private static readonly Operator mishOp = new("mish");
            private static readonly Operator mishInPlaceOp = new("mish_");
            private static readonly Operator hardshrinkOp = new("hardshrink");
            private static readonly Operator softshrinkOp = new("softshrink");

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => (inplace ? Aten.celu_ : Aten.celu).Call(x, alpha);
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => (inplace ? Aten.elu_ : Aten.elu).Call(x, alpha);
            public static Tensor gelu(Tensor x, bool inplace) => (inplace ? Aten.gelu_ : Aten.gelu).Call(x);
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) => (inplace ? Aten.gelu_ : Aten.gelu).Call(x, approximate.ToString());
            public static Tensor gelu(Tensor x) => Aten.gelu.Call(x);
            public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => hardshrinkOp.Call(x, lambda);
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => (inplace ? Aten.hardsigmoid_ : Aten.hardsigmoid).Call(input);
            public static Tensor hardswish(Tensor input, bool inplace = false) => (inplace ? Aten.hardswish_ : Aten.hardswish).Call(input);
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => (inplace ? Aten.hardtanh_ : Aten.hardtanh).Call(x, min_val, max_val);
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) => (inplace ? Aten.leaky_relu_ : Aten.leaky_relu).Call(input, negative_slope);
            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);
            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);
            public static Tensor mish(Tensor x, bool inplace = false) => (inplace ? mishInPlaceOp : mishOp).Call(x);
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.prelu.Call(input, weight);
            public static Tensor relu(Tensor x, bool inplace = false) => (inplace ? Aten.relu_ : Aten.relu).Call(x);
            public static Tensor relu6(Tensor x, bool inplace = false) => (inplace ? Aten.relu6_ : Aten.relu6).Call(x);
            public static Tensor rrelu(Tensor x, double lower = one_eighth, double upper = one_third, bool inplace = false) => rrelu(x, lower, upper, false, inplace);
            public static Tensor selu(Tensor x, bool inplace = false) => (inplace ? Aten.selu_ : Aten.selu).Call(x);
            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? Aten.sigmoid_ : Aten.sigmoid).Call(x);
            public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);
            public static Tensor silu(Tensor x, bool inplace = false) => (inplace ? Aten.silu_ : Aten.silu).Call(x);
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);
            public static Tensor softmax2d(Tensor x) => Aten.softmax_int.Call(x, -3);
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.softplus.Call(x, beta, threshold);
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => softshrinkOp.Call(x, lambda);
            public static Tensor tanh(Tensor x, bool inplace = false) => (inplace ? Aten.tanh_ : Aten.tanh).Call(x);
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) => (inplace ? Aten.threshold_ : Aten.threshold).Call(x, threshold, value);

            // TorchSharp has these a second time under the layers' names.
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);
            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => hardtanh(x, min_val, max_val, inplace);
            public static Tensor Mish(Tensor x) => mish(x);
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);
            public static Tensor Softsign(Tensor x) => softsign(x);
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) => functional.threshold(x, threshold, value, inplace);

            internal static Tensor rrelu(Tensor x, double lower, double upper, bool training, bool inplace) => (inplace ? Aten.rrelu_ : Aten.rrelu).Call(x, lower, upper, training);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = Aten.neg.Call(x);
                return Aten.softmax_int.Call(negative, dim);
            }

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = Aten.abs.Call(x);
                using var divisor = Aten.add_Scalar.Call(magnitude, 1);
                return (inplace ? Aten.div_ : Aten.div).Call(x, divisor);
            }

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = Aten.tanh.Call(x);
                return (inplace ? Aten.sub_ : Aten.sub).Call(x, squashed);
            }
        }
    }
}
