using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Aten.tensordot.Call(this, b, dims1, dims2);
        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, Axes(ndim - dims, dims), Axes(0, dims));
        public Tensor cholesky(bool upper = false) => Aten.cholesky.Call(this, upper);
        public Tensor cholesky_inverse(bool upper = false) => Aten.cholesky_inverse.Call(this, upper);
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Aten.cholesky_solve.Call(this, input2, upper);
        public Tensor det() => Aten.det.Call(this);
        public Tensor logdet() => Aten.logdet.Call(this);
        public (Tensor a, Tensor tau) geqrf() => Aten.geqrf.Call2(this);
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);
        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);
        public Tensor matrix_exp() => Aten.matrix_exp.Call(this);
        public Tensor matrix_power(int n) => Aten.matrix_power.Call(this, n);
        public Tensor vdot(Tensor target) => Aten.vdot.Call(this, target);
        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Aten.linalg_pinv.Call(this, rcond, hermitian);
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) => Aten.ormqr.Call(this, tau, other, left, transpose);
        public Tensor vander(long N = -1, bool increasing = false) => Aten.vander.Call(this, N < 0 ? null : (long?)N, increasing);
        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);
        public Tensor kron(Tensor other) => Aten.kron.Call(this, other);
        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);
        public Tensor ger(Tensor vec2) => Aten.outer.Call(this, vec2);
        public Tensor inner(Tensor vec2) => Aten.inner.Call(this, vec2);
        public Tensor inverse() => Aten.inverse.Call(this);
        public Tensor renorm(float p, long dim, float maxnorm) => Aten.renorm.Call(this, p, dim, maxnorm);
        public static Tensor block_diag(params Tensor[] tensors) => Aten.block_diag.Call(tensors);
    }
}
