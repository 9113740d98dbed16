namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            private const double SimplexTolerance = 1e-6, SymmetryTolerance = 1e-6;

            public class _OneHot() : Constraint(true, 1)
            {
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => (value.eq(0) | value.eq(1)).all(-1) & value.sum(-1).eq(1));
            }

            /// <summary>Nought or more, with a sum of one.</summary>
            public class _Simplex() : Constraint(false, 1)
            {
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => value.ge(0).all(-1) & (value.sum(-1) - 1).abs().lt(SimplexTolerance));
            }

            /// <summary>Whole numbers of nought or more whose sum is at most the bound.</summary>
            public class _Multinomial(long upper_bound) : Constraint(true, 1)
            {
                public long upper_bound { get; } = upper_bound;
                public override Tensor check(Tensor x) => WrappedTensorDisposeScope(() => x.ge(0).all(-1) & x.sum(-1).le(upper_bound));
                public override string ToString() => With((nameof(upper_bound), upper_bound));
            }

            public class _LowerTriangular() : Constraint(false, 2)
            {
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() => All(value.tril().eq(value), 2));
            }

            /// <summary>Lower triangular with a positive diagonal.</summary>
            public class _LowerCholesky() : Constraint(false, 2)
            {
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() =>
                    All(value.tril().eq(value), 2) & value.diagonal(dim1: -2, dim2: -1).gt(0).all(-1));
            }

            /// <summary>A Cholesky factor whose rows have length one.</summary>
            public class _CorrCholesky() : Constraint(false, 2)
            {
                public override Tensor check(Tensor value) => WrappedTensorDisposeScope(() =>
                {
                    var tolerance = finfo(value.dtype).eps * value.size(-1) * 10;
                    return lower_cholesky.check(value) & (value.detach().pow(2).sum(-1).sqrt() - 1).abs().le(tolerance).all(-1);
                });
            }

            public class _Square() : Constraint(false, 2)
            {
                public override Tensor check(Tensor value) => full(value.shape[..^2], value.size(-1) == value.size(-2), ScalarType.Bool, value.device);
            }

            public class _Symmetric : _Square
            {
                public override Tensor check(Tensor value) => value.size(-1) != value.size(-2)
                    ? base.check(value)
                    : WrappedTensorDisposeScope(() => All(value.isclose(value.mT, atol: SymmetryTolerance), 2));
            }

            public class _PositiveSemiDefinite : _Symmetric
            {
                public override Tensor check(Tensor value) => IfSymmetric(base.check(value), () => linalg.eigvalsh(value).ge(0).all(-1));
            }

            public class _PositiveDefinite : _Symmetric
            {
                public override Tensor check(Tensor value) => IfSymmetric(base.check(value), () => linalg.cholesky_ex(value).info.eq(0));
            }

            // A matrix that is not symmetric has no place in the second test.
            private static Tensor IfSymmetric(Tensor symmetric, Func<Tensor> check)
            {
                if (!symmetric.all().item<bool>()) return symmetric;
                symmetric.Dispose();
                return WrappedTensorDisposeScope(check);
            }
        }
    }
}
