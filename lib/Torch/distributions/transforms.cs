namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A function of a random variable with the logarithm of its Jacobian's determinant.</summary>
            public abstract class Transform
            {
                protected Transform? _inv;

                public virtual int event_dim => 0;
                public virtual bool bijective => true;
                public virtual Transform inv => _inv ??= new Inverse(this);
                public Tensor sign => _sign();
                protected internal virtual Tensor _sign() => ones(1);

                public Tensor forward(Tensor x) => _call(x);
                protected internal abstract Tensor _call(Tensor x);
                protected internal abstract Tensor _inverse(Tensor y);
                protected internal virtual Tensor log_abs_det_jacobian(Tensor x, Tensor y) => throw new NotSupportedException($"{GetType().Name} has no Jacobian here.");
                protected internal virtual long[] forward_shape(long[] shape) => shape;
                protected internal virtual long[] inverse_shape(long[] shape) => shape;

                protected internal static Tensor _sum_rightmost(Tensor value, int dim) =>
                    dim == 0 ? value : value.reshape([.. value.shape[..^dim], -1]).sum(-1);
            }

            private sealed class Inverse(Transform original) : Transform
            {
                public override int event_dim => original.event_dim;
                public override bool bijective => original.bijective;
                public override Transform inv => original;
                protected internal override Tensor _sign() => original.sign;
                protected internal override Tensor _call(Tensor x) => original._inverse(x);
                protected internal override Tensor _inverse(Tensor y) => original._call(y);
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -original.log_abs_det_jacobian(y, x);
                protected internal override long[] forward_shape(long[] shape) => original.inverse_shape(shape);
                protected internal override long[] inverse_shape(long[] shape) => original.forward_shape(shape);
            }

            /// <summary>One function after the other.</summary>
            public class ComposeTransform(IEnumerable<Transform> parts, int cache_size = 0) : Transform
            {
                private readonly Transform[] parts = [.. parts];

                /// <summary>Kept for PyTorch's sake; nothing is cached.</summary>
                public int CacheSize => cache_size;

                public override int event_dim => parts.Max(part => part.event_dim);
                public override bool bijective => Array.TrueForAll(parts, part => part.bijective);
                protected internal override Tensor _sign() => parts.Aggregate(ones(1), (product, part) => product * part.sign);
                protected internal override Tensor _call(Tensor x) => parts.Aggregate(x, (value, part) => part.forward(value));
                protected internal override Tensor _inverse(Tensor y) => Enumerable.Reverse(parts).Aggregate(y, (value, part) => part._inverse(value));

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    Tensor? sum = null;
                    foreach (var part in parts)
                    {
                        var next = part.forward(x);
                        var term = _sum_rightmost(part.log_abs_det_jacobian(x, next), event_dim - part.event_dim);
                        (sum, x) = (sum is null ? term : sum + term, next);
                    }
                    return sum ?? zeros_like(x);
                }

                protected internal override long[] forward_shape(long[] shape) => parts.Aggregate(shape, (s, part) => part.forward_shape(s));
                protected internal override long[] inverse_shape(long[] shape) => Enumerable.Reverse(parts).Aggregate(shape, (s, part) => part.inverse_shape(s));
            }

            /// <summary>Another function whose last batch dimensions count as parts of one event.</summary>
            public class IndepdenentTransform(Transform base_transform, int reinterpreted_batch_dims) : Transform   // the spelling is TorchSharp's
            {
                public override int event_dim => base_transform.event_dim + reinterpreted_batch_dims;
                public override bool bijective => base_transform.bijective;
                protected internal override Tensor _sign() => base_transform.sign;
                protected internal override Tensor _call(Tensor x) => base_transform._call(x);
                protected internal override Tensor _inverse(Tensor y) => base_transform._inverse(y);
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => _sum_rightmost(base_transform.log_abs_det_jacobian(x, y), reinterpreted_batch_dims);
            }

            public class ReshapeTransform(long[] in_shape, long[] out_shape) : Transform
            {
                public override int event_dim => Math.Max(in_shape.Length, out_shape.Length);
                protected internal override Tensor _call(Tensor x) => x.reshape(forward_shape(x.shape));
                protected internal override Tensor _inverse(Tensor y) => y.reshape(inverse_shape(y.shape));
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => zeros(x.shape[..^in_shape.Length], x.dtype, x.device);
                protected internal override long[] forward_shape(long[] shape) => [.. shape[..^in_shape.Length], .. out_shape];
                protected internal override long[] inverse_shape(long[] shape) => [.. shape[..^out_shape.Length], .. in_shape];
            }
        }
    }
}
