using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static (Tensor eigenvalues, Tensor eigenvectors) eig(Tensor input, bool eigenvectors = false) => Aten.linalg_eig.Call2(input);

    public static (Tensor Solution, Tensor QR) lstsq(Tensor B, Tensor A)
    {
        var (solution, residuals, rank, values) = linalg.lstsq(A, B);
        rank.Dispose();
        values.Dispose();
        return (solution, residuals);
    }

    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (lu, pivots, infos) = Aten.linalg_lu_factor_ex.Call3(A, pivot);
        if (get_infos) return (lu, pivots, infos);
        infos.Dispose();
        return (lu, pivots, null);
    }

    public static (Tensor P, Tensor? L, Tensor? U) lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true) =>
        Aten.lu_unpack.Call3(LU_data, LU_pivots, unpack_data, unpack_pivots);

    public static Tensor matrix_rank(Tensor input, float? tol = null, bool symmetric = false) =>
        Aten.linalg_matrix_rank_atol_rtol_float.Call(input, (double?)tol, Arg.None, symmetric);

    public partial class Tensor
    {
        public Tensor set_(Tensor source) => Aten.set__source_Tensor.Mutate(this, source);
    }
}
