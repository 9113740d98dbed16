namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            public class ExpTransform : Transform
            {
                protected internal override Tensor _call(Tensor x) => x.exp();
                protected internal override Tensor _inverse(Tensor y) => y.log();
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => x;
            }

            public class LogTransform : Transform
            {
                protected internal override Tensor _call(Tensor x) => x.log();
                protected internal override Tensor _inverse(Tensor y) => y.exp();
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -y;
            }

            public class PowerTransform(Tensor exponent) : Transform
            {
                protected internal override Tensor _call(Tensor x) => x.pow(exponent);
                protected internal override Tensor _inverse(Tensor y) => y.pow(1 / exponent);
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (exponent * y / x).abs().log();
            }

            public class SigmoidTransform : Transform
            {
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
                protected internal override Tensor _call(Tensor x) => x.tanh();
                protected internal override Tensor _inverse(Tensor y) => y.atanh();
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => 2 * (Math.Log(2) - x - nn.functional.softplus(-2 * x));
            }

            public class SoftplusTransform : Transform
            {
                protected internal override Tensor _call(Tensor x) => nn.functional.softplus(x);
                protected internal override Tensor _inverse(Tensor y) => (-y).expm1().neg().log() + y;
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x);
            }

            public class AbsTransform : Transform
            {
                public override bool bijective => false;
                protected internal override Tensor _call(Tensor x) => x.abs();
                protected internal override Tensor _inverse(Tensor y) => y;
            }

            public class SoftmaxTransform : Transform
            {
                public override int event_dim => 1;
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
