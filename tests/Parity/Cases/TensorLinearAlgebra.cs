using static TorchSharp.torch;

namespace CnnCourse.Parity.Cases;

public sealed class TensorLinearAlgebra : Parity<TensorLinearAlgebra>, ICases
{
    /// <summary>Iterative decompositions lose some bits, more of them in their gradients.</summary>
    private const double LowRank = 1e-4;

    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("matmul", "x @ y", (x, y) => x.matmul(y), [3, 4], [4, 5]),
        Case("matmul of batches", "x @ y", (x, y) => matmul(x, y), [2, 1, 3, 4], [5, 4, 2]),
        Case("matmul of vectors", "x @ y", (x, y) => x.matmul(y), [4], [4]),
        Case("mm", "torch.mm(x, y)", (x, y) => mm(x, y), [3, 4], [4, 5]),
        Case("bmm", "torch.bmm(x, y)", (x, y) => bmm(x, y), [2, 3, 4], [2, 4, 5]),
        Case("mv", "torch.mv(x, y)", (x, y) => mv(x, y), [3, 4], [4]),
        Case("dot", "torch.dot(x, y)", (x, y) => dot(x, y), [4], [4]),
        Case("vdot", "torch.vdot(x, y)", (x, y) => vdot(x, y), Input.Complex(4), Input.Complex(4)),
        Case("inner and outer", "[torch.inner(x, y), torch.outer(x, y)]", (x, y) => new[] { inner(x, y), outer(x, y) }, [4], [4]),
        Case("addmm", "torch.addmm(x, y, z, beta=0.5, alpha=2)", (x, y, z) => x.addmm(y, z, 0.5f, 2), [3, 5], [3, 4], [4, 5]),
        Case("addmv", "torch.addmv(x, y, z)", (x, y, z) => x.addmv(y, z), [3], [3, 4], [4]),
        Case("addr", "torch.addr(x, y, z)", (x, y, z) => x.addr(y, z), [3, 4], [3], [4]),
        Case("baddbmm", "torch.baddbmm(x, y, z)", (x, y, z) => x.baddbmm(y, z), [2, 3, 5], [2, 3, 4], [2, 4, 5]),
        Case("addbmm", "torch.addbmm(x, y, z)", (x, y, z) => x.addbmm(y, z), [3, 5], [2, 3, 4], [2, 4, 5]),
        Case("einsum", "torch.einsum('bij,bjk->ik', x, y)", (x, y) => einsum("bij,bjk->ik", x, y), [2, 3, 4], [2, 4, 5]),
        Case("tensordot", "torch.tensordot(x, y, 2)", (x, y) => tensordot(x, y), [2, 3, 4], [3, 4, 5]),
        Case("tensordot over named axes", "torch.tensordot(x, y, ([0, 2], [1, 0]))", (x, y) => tensordot(x, y, [0, 2], [1, 0]), [2, 3, 4], [4, 2]),
        Case("kron", "torch.kron(x, y)", (x, y) => x.kron(y), [2, 3], [3, 2]),
        Case("chain_matmul", "torch.chain_matmul(x, y, z)", (x, y, z) => chain_matmul(x, y, z), [2, 3], [3, 4], [4, 2]),
        Case("cdist", "torch.cdist(x, y, 1)", (x, y) => cdist(x, y, 1), [3, 4], [5, 4]),
        Case("renorm", "torch.renorm(x, 2, 0, 1)", x => x.renorm(2, 0, 1), [3, 4]),
        Case("det", "torch.det(x)", x => x.det(), [2, 3, 3]),
        Case("logdet", "torch.logdet(x @ x.mT + 2 * torch.eye(3))", x => (x.matmul(x.mT) + 2 * eye(3)).logdet(), [3, 3]),
        Case("slogdet", "torch.linalg.slogdet(x)", x => linalg.slogdet(x), [3, 3]),
        Case("inverse", "torch.linalg.inv(x + 4 * torch.eye(3))", x => linalg.inv(x + 4 * eye(3)), [3, 3]),
        Case("pinv", "torch.linalg.pinv(x)", x => linalg.pinv(x), [3, 5], rtol: LowRank),
        Case("solve", "torch.linalg.solve(x + 4 * torch.eye(3), y)", (x, y) => linalg.solve(x + 4 * eye(3), y), [3, 3], [3, 2]),
        Case("solve_triangular", "torch.linalg.solve_triangular(x.triu() + 4 * torch.eye(3), y, upper=True)", (x, y) => linalg.solve_triangular(x.triu() + 4 * eye(3), y, upper: true), [3, 3], [3, 2]),
        Case("lstsq", "torch.linalg.lstsq(x, y)[0]", (x, y) => linalg.lstsq(x, y).Solution, [5, 3], [5, 2], grad: false, rtol: LowRank),
        Case("cholesky", "torch.linalg.cholesky(x @ x.mT + 2 * torch.eye(3))", x => linalg.cholesky(x.matmul(x.mT) + 2 * eye(3)), [3, 3]),
        Case("qr", "torch.linalg.qr(x)", x => linalg.qr(x), [5, 3], rtol: LowRank),
        Case("lu", "torch.linalg.lu(x)", x => linalg.lu(x), [4, 4]),
        Case("lu_factor and lu_solve", "torch.linalg.lu_solve(*torch.linalg.lu_factor(x + 4 * torch.eye(3)), y)", (x, y) => { var (lu, p) = linalg.lu_factor(x + 4 * eye(3)); return linalg.lu_solve(lu, p!, y); }, [3, 3], [3, 2]),
        Case("svd values", "torch.linalg.svdvals(x)", x => linalg.svdvals(x), [4, 3], rtol: LowRank),
        Case("svd puts the matrix together again", "x + 0", x => { var (u, s, v) = linalg.svd(x, fullMatrices: false); return (u * s).matmul(v); }, [4, 3], rtol: LowRank),
        Case("eigenvalues of a symmetric matrix", "torch.linalg.eigvalsh(x + x.mT)", x => linalg.eigvalsh(x + x.mT), [4, 4], rtol: LowRank),
        Case("eigenvectors of a symmetric matrix", "torch.linalg.eigh(x + x.mT)", x => linalg.eigh(x + x.mT), [3, 3], grad: false, rtol: LowRank),
        Case("eigenvalues", "torch.linalg.eigvals(x)", x => linalg.eigvals(x), [3, 3], grad: false, rtol: LowRank),
        Case("matrix_exp", "torch.matrix_exp(x)", x => x.matrix_exp(), [3, 3], rtol: LowRank),
        Case("matrix_power", "torch.matrix_power(x, 3)", x => x.matrix_power(3), [3, 3]),
        Case("matrix_rank", "torch.linalg.matrix_rank(x @ x.mT)", x => linalg.matrix_rank(x.matmul(x.mT)), [4, 2]),
        Case("matrix norms", "[torch.linalg.matrix_norm(x), torch.linalg.matrix_norm(x, 'nuc'), torch.linalg.matrix_norm(x, 1)]", x => new[] { linalg.matrix_norm(x), linalg.matrix_norm(x, "nuc"), linalg.matrix_norm(x, 1.0) }, [3, 4], rtol: LowRank),
        Case("vector norm", "torch.linalg.vector_norm(x, 3, dim=1)", x => linalg.vector_norm(x, 3, [1]), [3, 4]),
        Case("norm of linalg", "[torch.linalg.norm(x), torch.linalg.norm(x, 2, dim=1)]", x => new[] { linalg.norm(x), linalg.norm(x, 2, [1]) }, [3, 4]),
        Case("cond", "torch.linalg.cond(x)", x => linalg.cond(x), [3, 3], rtol: LowRank),
        Case("cross of linalg", "torch.linalg.cross(x, y)", (x, y) => linalg.cross(x, y), [4, 3], [4, 3]),
        Case("multi_dot", "torch.linalg.multi_dot((x, y, z))", (x, y, z) => linalg.multi_dot([x, y, z]), [2, 3], [3, 4], [4, 2]),
        Case("vecdot", "torch.linalg.vecdot(x, y)", (x, y) => linalg.vecdot(x, y), [3, 4], [3, 4]),
        Case("vander", "[torch.vander(x), torch.linalg.vander(x, N=4)]", x => new[] { x.vander(), linalg.vander(x, 4) }, [3], grad: false),
        Case("tensorinv and tensorsolve", "[torch.linalg.tensorinv(x, ind=1), torch.linalg.tensorsolve(x, y)]", (x, y) => new[] { linalg.tensorinv(x, 1), linalg.tensorsolve(x, y, null!) }, [4, 2, 2], [4], rtol: LowRank),
        Case("geqrf and householder_product", "torch.linalg.householder_product(*torch.geqrf(x))", x => { var (a, tau) = x.geqrf(); return linalg.householder_product(a, tau); }, [4, 3], grad: false),
        Case("ldl", "torch.linalg.ldl_solve(*torch.linalg.ldl_factor(x + x.mT), y)", (x, y) => { var (ld, p) = linalg.ldl_factor(x + x.mT); return linalg.ldl_solve(ld, p!, y); }, [3, 3], [3, 1], grad: false, rtol: LowRank),
        Case("lu_unpack", "torch.lu_unpack(*torch.linalg.lu_factor(x))", x => { var (a, p, _) = lu(x); return lu_unpack(a, p!); }, [3, 3]),
    ];
}
