using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);
        public Tensor threshold(Scalar threshold, Scalar value) => Aten.threshold.Call(this, threshold, value);
        public Tensor threshold_(Scalar threshold, Scalar value) => Aten.threshold_.Mutate(this, threshold, value);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);
        public Tensor relu() => Aten.relu.Call(this);
        public Tensor relu_() => Aten.relu_.Mutate(this);
        public Tensor relu6() => Aten.relu6.Call(this);
        public Tensor relu6_() => Aten.relu6_.Mutate(this);
        public Tensor rrelu(double lower = 1.0 / 8, double upper = 1.0 / 3) => Aten.rrelu.Call(this, lower, upper);
        public Tensor rrelu_(double lower = 1.0 / 8, double upper = 1.0 / 3) => Aten.rrelu_.Mutate(this, lower, upper);
        public Tensor celu() => Aten.celu.Call(this);
        public Tensor celu_() => Aten.celu_.Mutate(this);
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);
        public Tensor celu_(Scalar alpha) => Aten.celu_.Mutate(this, alpha);
        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);
        public Tensor elu_(double alpha = 1) => Aten.elu_.Mutate(this, alpha);
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu.Call(this, alpha, scale, input_scale);
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu_.Mutate(this, alpha, scale, input_scale);
        public Tensor gelu() => Aten.gelu.Call(this);
        public Tensor gelu_() => Aten.gelu_.Mutate(this);
        public Tensor glu(long dim = -1) => Aten.glu.Call(this, dim);
        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);
        public Tensor hardsigmoid_() => Aten.hardsigmoid_.Mutate(this);
        public Tensor hardswish() => Aten.hardswish.Call(this);
        public Tensor hardswish_() => Aten.hardswish_.Mutate(this);
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);
        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.hardtanh_.Mutate(this, min, max);
        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.Mutate(this, negative_slope);
        public Tensor selu() => Aten.selu.Call(this);
        public Tensor selu_() => Aten.selu_.Mutate(this);
        public Tensor silu() => Aten.silu.Call(this);
        public Tensor silu_() => Aten.silu_.Mutate(this);
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);
        public Tensor channel_shuffle(long groups) => Aten.channel_shuffle.Call(this, groups);
        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);
        public Tensor sigmoid() => Aten.sigmoid.Call(this);
        public Tensor sigmoid_() => Aten.sigmoid_.Mutate(this);
    }
}
