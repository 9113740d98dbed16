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

                /// <summary>Where the function is defined.</summary>
                public virtual constraints.Constraint domain => constraints.real;

                /// <summary>Where its values lie.</summary>
                public virtual constraints.Constraint codomain => constraints.real;

                /// <exception cref="InvalidOperationException">Events have other numbers of dimensions before and after.</exception>
                public virtual int event_dim => domain.event_dim == codomain.event_dim
                    ? domain.event_dim
                    : throw new InvalidOperationException("Please use either .domain.event_dim or .codomain.event_dim");

                public virtual bool bijective => true;
                public virtual Transform inv => _inv ??= new Inverse(this);
                public Tensor sign => _sign();
                protected internal virtual Tensor _sign() => ones(1);

                public Tensor forward(Tensor x) => _call(x);
                protected internal abstract Tensor _call(Tensor x);
                protected internal abstract Tensor _inverse(Tensor y);
                protected internal virtual Tensor log_abs_det_jacobian(Tensor x, Tensor y) => throw new NotSupportedException($"{GetType().Name} has no Jacobian here.");
                public virtual long[] forward_shape(long[] shape) => shape;
                public virtual long[] inverse_shape(long[] shape) => shape;

                /// <summary>How many of the last dimensions make an event after this function, if it was that many before.</summary>
                internal int EventsAfter(int before) => codomain.event_dim + Math.Max(before - domain.event_dim, 0);

                protected internal static Tensor _sum_rightmost(Tensor value, int dim) =>
                    dim == 0 ? value : value.reshape([.. value.shape[..^dim], -1]).sum(-1);
            }

            private sealed class Inverse(Transform original) : Transform
            {
                public override constraints.Constraint domain => original.codomain;
                public override constraints.Constraint codomain => original.domain;
                public override bool bijective => original.bijective;
                public override Transform inv => original;
                protected internal override Tensor _sign() => original.sign;
                protected internal override Tensor _call(Tensor x) => original._inverse(x);
                protected internal override Tensor _inverse(Tensor y) => original._call(y);
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -original.log_abs_det_jacobian(y, x);
                public override long[] forward_shape(long[] shape) => original.inverse_shape(shape);
                public override long[] inverse_shape(long[] shape) => original.forward_shape(shape);
            }

            /// <summary>One function after the other.</summary>
            public class ComposeTransform(IEnumerable<Transform> parts, int cache_size = 0) : Transform
            {
                private readonly Transform[] parts = [.. parts];

                /// <summary>Kept for PyTorch's sake; nothing is cached.</summary>
                public int CacheSize => cache_size;

                public override constraints.Constraint domain => Widened(parts[0].domain,
                    Enumerable.Reverse(parts).Aggregate(parts[^1].codomain.event_dim, (events, part) => part.inv.EventsAfter(events)));

                public override constraints.Constraint codomain => Widened(parts[^1].codomain,
                    parts.Aggregate(parts[0].domain.event_dim, (events, part) => part.EventsAfter(events)));

                public override bool bijective => Array.TrueForAll(parts, part => part.bijective);
                protected internal override Tensor _sign() => parts.Aggregate(ones(1), (product, part) => product * part.sign);
                protected internal override Tensor _call(Tensor x) => parts.Aggregate(x, (value, part) => part.forward(value));
                protected internal override Tensor _inverse(Tensor y) => Enumerable.Reverse(parts).Aggregate(y, (value, part) => part._inverse(value));

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    var (sum, events) = ((Tensor?)null, domain.event_dim);
                    foreach (var part in parts)
                    {
                        var next = part.forward(x);
                        var term = _sum_rightmost(part.log_abs_det_jacobian(x, next), events - part.domain.event_dim);
                        (sum, x, events) = (sum is null ? term : sum + term, next, part.EventsAfter(events));
                    }
                    return sum ?? zeros_like(x);
                }

                public override long[] forward_shape(long[] shape) => parts.Aggregate(shape, (s, part) => part.forward_shape(s));
                public override long[] inverse_shape(long[] shape) => Enumerable.Reverse(parts).Aggregate(shape, (s, part) => part.inverse_shape(s));

                private static constraints.Constraint Widened(constraints.Constraint constraint, int events) =>
                    events > constraint.event_dim ? constraints.independent(constraint, events - constraint.event_dim) : constraint;
            }

            /// <summary>Another function whose last batch dimensions count as parts of one event.</summary>
            public class IndepdenentTransform(Transform base_transform, int reinterpreted_batch_dims) : Transform   // the spelling is TorchSharp's
            {
                public override constraints.Constraint domain => constraints.independent(base_transform.domain, reinterpreted_batch_dims);
                public override constraints.Constraint codomain => constraints.independent(base_transform.codomain, reinterpreted_batch_dims);
                public override bool bijective => base_transform.bijective;
                protected internal override Tensor _sign() => base_transform.sign;
                protected internal override Tensor _call(Tensor x) => base_transform._call(x);
                protected internal override Tensor _inverse(Tensor y) => base_transform._inverse(y);
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => _sum_rightmost(base_transform.log_abs_det_jacobian(x, y), reinterpreted_batch_dims);
            }

            public class ReshapeTransform(long[] in_shape, long[] out_shape) : Transform
            {
                public override constraints.Constraint domain => constraints.independent(constraints.real, in_shape.Length);
                public override constraints.Constraint codomain => constraints.independent(constraints.real, out_shape.Length);
                protected internal override Tensor _call(Tensor x) => x.reshape(forward_shape(x.shape));
                protected internal override Tensor _inverse(Tensor y) => y.reshape(inverse_shape(y.shape));
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => zeros(x.shape[..^in_shape.Length], x.dtype, x.device);
                public override long[] forward_shape(long[] shape) => [.. shape[..^in_shape.Length], .. out_shape];
                public override long[] inverse_shape(long[] shape) => [.. shape[..^out_shape.Length], .. in_shape];
            }
        }
    }
}
