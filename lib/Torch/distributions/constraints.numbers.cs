namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            public class _Real() : Constraint(false, 0)
            {
                public override Tensor check(Tensor value) => value.eq(value);   // false for NaN alone
            }

            public class _Boolean() : Constraint(true, 0)
            {
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => value.eq(0) | value.eq(1));
            }

            public class _IntegerInterval(long lower_bound, long upper_bound) : Constraint(true, 0)
            {
                public long lower_bound { get; } = lower_bound;
                public long upper_bound { get; } = upper_bound;
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => IsWhole(value) & value.ge(lower_bound) & value.le(upper_bound));
                public override string ToString() => With((nameof(lower_bound), lower_bound), (nameof(upper_bound), upper_bound));
            }

            public class _IntegerLessThan(long upper_bound) : Constraint(true, 0)
            {
                public long upper_bound { get; } = upper_bound;
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => IsWhole(value) & value.le(upper_bound));
                public override string ToString() => With((nameof(upper_bound), upper_bound));
            }

            public class _IntegerGreaterThan(long lower_bound) : Constraint(true, 0)
            {
                public long lower_bound { get; } = lower_bound;
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => IsWhole(value) & value.ge(lower_bound));
                public override string ToString() => With((nameof(lower_bound), lower_bound));
            }

            public class _Interval(double lower_bound, double upper_bound) : Constraint(false, 0)
            {
                public double lower_bound { get; } = lower_bound;
                public double upper_bound { get; } = upper_bound;
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => value.ge(lower_bound) & value.le(upper_bound));
                public override string ToString() => With((nameof(lower_bound), lower_bound), (nameof(upper_bound), upper_bound));
            }

            public class _HalfOpenInterval(double lower_bound, double upper_bound) : Constraint(false, 0)
            {
                public double lower_bound { get; } = lower_bound;
                public double upper_bound { get; } = upper_bound;
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => value.ge(lower_bound) & value.lt(upper_bound));
                public override string ToString() => With((nameof(lower_bound), lower_bound), (nameof(upper_bound), upper_bound));
            }

            public class _GreaterThan(double lower_bound) : Constraint(false, 0)
            {
                public double lower_bound { get; } = lower_bound;
                public override Tensor check(Tensor value) => value.gt(lower_bound);
                public override string ToString() => With((nameof(lower_bound), lower_bound));
            }

            public class _GreaterThanEq(double lower_bound) : Constraint(false, 0)
            {
                public double lower_bound { get; } = lower_bound;
                public override Tensor check(Tensor value) => value.ge(lower_bound);
                public override string ToString() => With((nameof(lower_bound), lower_bound));
            }

            public class _LessThan(double upper_bound) : Constraint(false, 0)
            {
                public double upper_bound { get; } = upper_bound;
                public override Tensor check(Tensor value) => value.lt(upper_bound);
                public override string ToString() => With((nameof(upper_bound), upper_bound));
            }

            private static Tensor IsWhole(Tensor value) => value.remainder(1).eq(0);
        }
    }
}
