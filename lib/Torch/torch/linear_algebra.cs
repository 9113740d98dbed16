using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor block_diag(params Tensor[] tensors) => Aten.block_diag.Call(tensors);
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) => Aten.cdist.Call(x1, x2, p, (long)compute_mode);
    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.Call(equation, tensors);
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);
    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => a.tensordot(b, dims);
    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);
    public static Tensor chain_matmul(params Tensor[] matrices) => Aten.linalg_multi_dot.Call(matrices);
    public static Tensor cholesky(Tensor input) => input.cholesky();
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);
    public static (Tensor a, Tensor tau) geqrf(Tensor input) => input.geqrf();
    public static Tensor ger(Tensor input, Tensor vec2) => input.ger(vec2);
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);
    public static Tensor inverse(Tensor input) => input.inverse();
    public static Tensor det(Tensor input) => input.det();
    public static Tensor logdet(Tensor input) => input.logdet();
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => Aten.linalg_slogdet.Call2(A);
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => Aten.lu_solve.Call(b, LU_data, LU_pivots);
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);
    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);
    public static Tensor orgqr(Tensor input, Tensor tau) => Aten.linalg_householder_product.Call(input, tau);
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) => input.ormqr(tau, other, left, transpose);
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);
    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);
}
