namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Regions that a variable may lie in: <c>check</c> answers for each event whether it does.</summary>
        public static partial class constraints
        {
            public abstract class Constraint
            {
                protected Constraint(bool is_discrete, int event_dim) => (this.is_discrete, this.event_dim) = (is_discrete, event_dim);

                protected Constraint()
                {
                }

                /// <summary>True for each event that is inside: the value's shape without its last <see cref="event_dim"/> dimensions.</summary>
                public abstract Tensor check(Tensor value);

                public virtual bool is_discrete { get; protected set; }

                /// <summary>How many of the last dimensions make one event.</summary>
                public virtual int event_dim { get; protected set; }

                public override string ToString() => GetType().Name + "()";

                private protected string With(params (string Name, object Value)[] bounds) =>
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{GetType().Name}({string.Join(',', bounds.Select(b => FormattableString.Invariant($"{b.Name}={b.Value}")))})");
            }

            /// <summary>The region depends on other variables.</summary>
            public class _Dependent(bool is_discrete = false, int event_dim = 0) : Constraint(is_discrete, event_dim)
            {
                public override Tensor check(Tensor value) => throw new ArgumentException("Cannot determine validity of dependent constraint");
            }

            /// <summary>Another constraint, which all entries of the last batch dimensions must meet.</summary>
            public class _IndependentConstraint(Constraint base_constraint, int reinterpreted_batch_ndims) : Constraint
            {
                public Constraint base_constraint { get; } = base_constraint;
                public override bool is_discrete => base_constraint.is_discrete;
                public override int event_dim => base_constraint.event_dim + reinterpreted_batch_ndims;

                public override Tensor check(Tensor value)
                {
                    if (value.ndim < event_dim) throw new ArgumentException($"Expected value.ndim >= {event_dim} but got {value.ndim}", nameof(value));
                    return WrappedTensorDisposeScope(() => All(base_constraint.check(value), reinterpreted_batch_ndims));
                }

                public override string ToString() => $"{GetType().Name}({base_constraint}, {reinterpreted_batch_ndims})";
            }

            public class _Cat(IList<Constraint> cseq, long dim = 0, IList<long>? lengths = null) : Constraint
            {
                public override bool is_discrete => cseq.Any(c => c.is_discrete);
                public override int event_dim => cseq.Max(c => c.event_dim);

                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() =>
                {
                    var (start, checks) = (0L, new List<Tensor>());
                    foreach (var (k, constraint) in cseq.Index())
                    {
                        var length = lengths?[k] ?? 1;
                        checks.Add(constraint.check(value.narrow(dim, start, length)));
                        start += length;
                    }
                    return torch.cat(checks, dim);
                });
            }

            public class _Stack(IList<Constraint> cseq, int dim = 0) : Constraint
            {
                public override bool is_discrete => cseq.Any(c => c.is_discrete);

                public override int event_dim
                {
                    get
                    {
                        var largest = cseq.Max(c => c.event_dim);
                        return dim + largest < 0 ? largest + 1 : largest;
                    }
                }

                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() =>
                    torch.stack(cseq.Select((constraint, k) => constraint.check(value.select(dim, k))).ToArray(), dim));
            }

            public static readonly _Dependent dependent = new();
            public static readonly _Boolean boolean = new();
            public static readonly _OneHot one_hot = new();
            public static readonly _IntegerGreaterThan nonnegative_integer = new(0);
            public static readonly _IntegerGreaterThan positive_integer = new(1);
            public static readonly _Real real = new();
            public static readonly _IndependentConstraint real_vector = independent(real, 1);
            public static readonly _GreaterThan positive = new(0.0);
            public static readonly _GreaterThanEq nonnegative = new(0.0);
            public static readonly _Interval unit_interval = new(0.0, 1.0);
            public static readonly _Simplex simplex = new();
            public static readonly _LowerTriangular lower_triangular = new();
            public static readonly _LowerCholesky lower_cholesky = new();
            public static readonly _CorrCholesky corr_cholesky = new();
            public static readonly _Square square = new();
            public static readonly _Symmetric symmetric = new();
            public static readonly _PositiveSemiDefinite positive_semidefinite = new();
            public static readonly _PositiveDefinite positive_definite = new();

            public static _IndependentConstraint independent(Constraint base_constraint, int reinterpreted_batch_ndims) => new(base_constraint, reinterpreted_batch_ndims);
            public static _IntegerInterval integer_interval(long lb, long ub) => new(lb, ub);
            public static _GreaterThan greater_than(double lower_bound) => new(lower_bound);
            public static _GreaterThanEq greater_than_eq(double lower_bound) => new(lower_bound);
            public static _LessThan less_than(double upper_bound) => new(upper_bound);
            public static _Multinomial multinomial(long upper_bound) => new(upper_bound);
            public static _Interval interval(double lower_bound, double upper_bound) => new(lower_bound, upper_bound);
            public static _HalfOpenInterval half_open_interval(double lower_bound, double upper_bound) => new(lower_bound, upper_bound);
            public static _Cat cat(IList<Constraint> cseq, long dim = 0, IList<long>? lengths = null) => new(cseq, dim, lengths);
            public static _Stack stack(IList<Constraint> cseq, int dim = 0) => new(cseq, dim);

            private static Tensor All(Tensor holds, int dims) => dims == 0 ? holds : holds.reshape([.. holds.shape[..^dims], -1]).all(-1);
        }
    }
}
