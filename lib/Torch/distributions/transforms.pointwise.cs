namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            public class ExpTransform : Transform
            {
                public override constraints.Constraint codomain => constraints.positive;
                protected internal override Tensor _call(Tensor x) => x.exp();
                protected internal override Tensor _inverse(Tensor y) => y.log();
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => x;
            }

            public class LogTransform : Transform
            {
                public override constraints.Constraint domain => constraints.positive;
                protected internal override Tensor _call(Tensor x) => x.log();
                protected internal override Tensor _inverse(Tensor y) => y.exp();
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -y;
            }

            public class PowerTransform(Tensor exponent) : Transform
            {
                public override constraints.Constraint domain => constraints.positive;
                public override constraints.Constraint codomain => constraints.positive;
                protected internal override Tensor _call(Tensor x) => x.pow(exponent);
                protected internal override Tensor _inverse(Tensor y) => y.pow(1 / exponent);
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (exponent * y / x).abs().log();
            }

            public class SigmoidTransform : Transform
            {
                public override constraints.Constraint codomain => constraints.unit_interval;
                protected internal override Tensor _call(Tensor x) => x.sigmoid().clamp(finfo(x.dtype).tiny, 1 - finfo(x.dtype).eps);

                protected internal override Tensor _inverse(Tensor y)
                {
                    var inside = y.clamp(finfo(y.dtype).tiny, 1 - finfo(y.dtype).eps);
                    return inside.log() - (-inside).log1p();
                }

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x) - nn.functional.softplus(x);
            }

            public class TanhTransform : Transform
            {
                public override constraints.Constraint codomain => constraints.interval(-1, 1);
                protected internal override Tensor _call(Tensor x) => x.tanh();
                protected internal override Tensor _inverse(Tensor y) => y.atanh();
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => 2 * (Math.Log(2) - x - nn.functional.softplus(-2 * x));
            }

            public class SoftplusTransform : Transform
            {
                public override constraints.Constraint codomain => constraints.positive;
                protected internal override Tensor _call(Tensor x) => nn.functional.softplus(x);
                protected internal override Tensor _inverse(Tensor y) => (-y).expm1().neg().log() + y;
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x);
            }

            public class AbsTransform : Transform
            {
                public override constraints.Constraint codomain => constraints.positive;
                public override bool bijective => false;
                protected internal override Tensor _call(Tensor x) => x.abs();
                protected internal override Tensor _inverse(Tensor y) => y;
            }

            /// <summary>loc + scale * x.</summary>
            public class AffineTransform(Tensor loc, Tensor scale, int event_dim = 0) : Transform
            {
                public AffineTransform(double loc, double scale, int event_dim = 0) : this((Tensor)loc, (Tensor)scale, event_dim)
                {
                }

                public override constraints.Constraint domain => event_dim == 0 ? constraints.real : constraints.independent(constraints.real, event_dim);
                public override constraints.Constraint codomain => domain;
                public override int event_dim { get; } = event_dim;
                protected internal override Tensor _sign() => scale.sign();
                protected internal override Tensor _call(Tensor x) => loc + scale * x;
                protected internal override Tensor _inverse(Tensor y) => (y - loc) / scale;

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    _sum_rightmost(scale.abs().log().to(x.dtype).expand(x.shape), event_dim);

                public override long[] forward_shape(long[] shape) => broadcast_shapes(shape, loc.shape, scale.shape).Shape;
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);
            }

            public class SoftmaxTransform : Transform
            {
                public override constraints.Constraint domain => constraints.real_vector;
                public override constraints.Constraint codomain => constraints.simplex;
                public override bool bijective => false;

                protected internal override Tensor _call(Tensor x)
                {
                    var powers = (x - x.max(-1, true).values).exp();
                    return powers / powers.sum(-1, keepdim: true);
                }

                protected internal override Tensor _inverse(Tensor y) => y.log();
            }
        }
    }
}
