using static TorchSharp.torch;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torch: arithmetic, comparison, reductions, sorting, shapes, linear algebra, FFT.</summary>
public class Mathematics
{
    [Fact]
    public void Operators_take_tensors_and_numbers_on_either_side()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new[] { 1f, 2, 3 }), tensor(new[] { 3f, 2, 1 }));
        Tensor[] results = [a + b, a - 1, 2 * a, a / 2.0, 1 / a, -a, a % 2, a.pow(2), pow(2, a), a.remainder(b), a.fmod(2), a.floor_divide(b), a.add(b, alpha: 2), a.addcmul(a, b, 1), a.addcdiv(a, b, 1), a.lerp(b, 0.5f)];
        Assert.All(results, t => Assert.Equal([3], t.shape));
        Assert.Equal([7f, 6, 5], a.add(b, alpha: 2).data<float>().ToArray());
        a.add_(b).sub_(1).mul_(2).div_(2).neg_().abs_();
        Assert.Equal([3f, 3, 3], a.data<float>().ToArray());
        var bits = tensor(new[] { 6, 3 });
        Assert.Equal([2, 2], (bits & 2).data<int>().ToArray());
        Assert.Equal([7, 7], (bits | 5).data<int>().ToArray());
        Assert.Equal([4, 1], (bits ^ 2).data<int>().ToArray());
        Assert.Equal([12, 6], bits.bitwise_left_shift(tensor(1)).data<int>().ToArray());
        Assert.Equal([-7, -4], (~bits).data<int>().ToArray());
    }

    [Fact]
    public void Functions_act_on_each_element()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0.1, 0.5, 0.9 });
        Func<Tensor, Tensor>[] functions =
        [
            abs, exp, exp2, expm1, log, log2, log10, log1p, sqrt, rsqrt, square, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, atanh,
            sigmoid, erf, erfc, erfinv, lgamma, digamma, floor, ceil, trunc, frac, sign, sgn, reciprocal, negative,
            special.erf, special.expit, special.i0, special.entr, special.ndtr, special.sinc, sinc, deg2rad, rad2deg,
        ];
        Assert.All(functions, f => Assert.Equal([3], f(x).shape));
        Assert.Equal([0.2, 0.5, 0.8], x.clamp(0.2, 0.8).data<double>().ToArray());
        Assert.Equal([0.2, 0.5, 0.9], x.clamp(min: 0.2).data<double>().ToArray());
        Assert.Equal([3], atan2(x, x).shape);
        Assert.Equal([3], hypot(x, x).shape);
        Assert.Equal([3], xlogy(x, x).shape);
        Assert.Equal([3], logaddexp(x, x).shape);
    }

    [Fact]
    public void Comparisons_give_masks()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new[] { 1f, 2, 3 }), tensor(new[] { 3f, 2, 1 }));
        Assert.Equal([false, true, false], (a == b).data<bool>().ToArray());
        Assert.Equal([true, false, true], a.ne(b).data<bool>().ToArray());
        Assert.Equal([false, false, true], (a > b).data<bool>().ToArray());
        Assert.Equal([false, true, true], a.ge(2).data<bool>().ToArray());
        Assert.Equal([true, true, false], (a <= b).data<bool>().ToArray());
        Assert.Equal([true, false, false], a.lt(b).logical_and(b > 2).data<bool>().ToArray());
        Assert.True(a.allclose(a + 1e-9));
        Assert.True(allclose(a, a, rtol: 1e-5, atol: 1e-8, equal_nan: false) && a.equal(a).all().item<bool>());
        Assert.True((a > 0).all().item<bool>() && (a > 2).any().item<bool>());
        Assert.Equal([false, false, false], isnan(a).logical_or(isinf(a)).logical_or(isfinite(a).logical_not()).data<bool>().ToArray());
        Assert.Equal([3], isclose(a, b).shape);
        Assert.Equal([3f, 2, 3], maximum(a, b).data<float>().ToArray());
        Assert.Equal([1f, 2, 1], minimum(a, b).data<float>().ToArray());
    }

    [Fact]
    public void Reductions_take_all_or_some_dimensions()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, float32).reshape(2, 3);
        Assert.Equal(15, x.sum().item<float>());
        Assert.Equal([2, 1], x.sum(1, keepdim: true).shape);
        Assert.Equal([3], x.mean([0]).shape);
        Assert.Equal([2], x.mean([1], keepdim: false, type: float64).shape);
        Assert.Equal([2], x.prod(1).shape);
        Assert.Equal(2, x.var(1).numel());
        Assert.Equal(2, x.std(1, unbiased: false).numel());
        var (values, indexes) = x.max(1);
        Assert.Equal([2f, 5], values.data<float>().ToArray());
        Assert.Equal([2L, 2], indexes.data<long>().ToArray());
        Assert.Equal(2, x.amax(1).numel());
        Assert.Equal(0, x.argmin().item<long>());
        Assert.Equal([2], x.argmax(1).shape);
        Assert.Equal(2, x.logsumexp(1).numel());
        Assert.Equal([2, 3], x.cumsum(1).shape);
        Assert.Equal([2, 3], x.cumprod(1).shape);
        Assert.Equal(2, x.median().item<float>());
        Assert.Equal(2, x.norm(1, keepdim: false, p: 2).numel());
        Assert.Equal(4, bincount(tensor(new[] { 0L, 3 })).numel());
        Assert.Equal(2, x.quantile(tensor(0.5f), 1).numel());
        Assert.Equal([5], histc(x, 5).shape);
        Assert.Equal(2, std_mean(x).std.numel() + std_mean(x).mean.numel());
    }

    [Fact]
    public void Values_are_sorted_and_searched()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 3f, 1, 2 });
        var (sorted, order) = x.sort(descending: true);
        Assert.Equal([3f, 2, 1], sorted.data<float>().ToArray());
        Assert.Equal([0L, 2, 1], order.data<long>().ToArray());
        Assert.Equal([1L, 2, 0], x.argsort().data<long>().ToArray());
        var (top, places) = x.topk(2);
        Assert.Equal([3f, 2], top.data<float>().ToArray());
        Assert.Equal(2, places.numel());
        Assert.Equal(2, x.kthvalue(2, 0).values.item<float>());
        Assert.Equal(1, searchsorted(tensor(new[] { 1f, 2, 3 }), tensor(2f)).item<long>());
        Assert.Equal(3, x.unique().output.numel());
        Assert.Equal([3], bucketize(x, tensor(new[] { 1f, 2 })).shape);
    }

    [Fact]
    public void Shapes_change_without_copies_where_they_can()
    {
        using var scope = NewDisposeScope();
        var x = arange(24).reshape(2, 3, 4);
        long[][] shapes =
        [
            x.view(6, 4).shape, x.reshape(-1, 12).shape, x.flatten(1).shape, x.permute(2, 0, 1).shape, x.transpose(0, 1).shape, x.unsqueeze(0).shape, x.unsqueeze(0).squeeze(0).shape,
            x.expand(2, 2, 3, 4).shape, x.repeat(1, 2, 1).shape, x.movedim([0], [2]).shape, x.swapaxes(0, 1).shape, x.flip(0).shape, x.roll(1, 0).shape, x.unfold(2, 2, 2).shape, x.tile([2]).shape,
            cat([x, x], 1).shape, stack([x, x], 1).shape, hstack([x, x]).shape, vstack([x, x]).shape, dstack([x, x]).shape, x.contiguous().shape, x.mT.shape, x.repeat_interleave(2, 0).shape,
        ];
        Assert.Equal([4, 2, 3], shapes[3]);
        Assert.Equal([2, 6, 4], shapes[15]);
        Assert.Equal([1, 1, 1], x.split(1, 1).Select(part => part.shape[1]));
        Assert.Equal(2, x.chunk(2, 2).Length);
        Assert.Equal(3, x.tensor_split(3, 1).Length);
        Assert.Equal([3, 3], diag(ones(3)).shape);
        Assert.Equal(3, trace(eye(3)).item<float>());
        Assert.Equal([3, 3], ones(3, 3).tril().triu(-1).shape);
        Assert.Equal([4, 3, 2], x.T.shape);
    }

    [Fact]
    public void Matrices_are_multiplied_solved_and_decomposed()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new double[,] { { 4, 1 }, { 1, 3 } });
        Assert.All(new[] { a.matmul(a), a.mm(a), matmul(a, a), einsum("ij,jk->ik", a, a), linalg.multi_dot([a, a]), matrix_power(a, 2) }, t => Assert.True(t.allclose(a.matmul(a))));
        Assert.Equal([2], a.mv(ones(2, dtype: float64)).shape);
        Assert.Equal(2, dot(ones(2), ones(2)).item<float>());
        Assert.Equal([3, 2, 2], bmm(ones(3, 2, 2), ones(3, 2, 2)).shape);
        Assert.Equal([2, 2], outer(ones(2), ones(2)).shape);
        Assert.Equal([2, 2], addmm(ones(2, 2, dtype: float64), a, a, beta: 1, alpha: 1).shape);
        Assert.Equal(11, linalg.det(a).item<double>(), 9);
        Assert.True(linalg.inv(a).matmul(a).allclose(eye(2, dtype: float64)));
        Assert.True(linalg.solve(a, ones(2, 1, dtype: float64)).allclose(linalg.inv(a).matmul(ones(2, 1, dtype: float64))));
        var l = linalg.cholesky(a);
        Assert.True(l.matmul(l.mT).allclose(a));
        var (u, s, vh) = linalg.svd(a);
        Assert.True(u.matmul(diag(s)).matmul(vh).allclose(a));
        var (q, r) = linalg.qr(a);
        Assert.True(q.matmul(r).allclose(a));
        Assert.Equal(2, linalg.eigh(a).Item1.numel());
        Assert.Equal(2, linalg.eigvalsh(a).numel() * linalg.matrix_rank(a).item<long>() / 2);
        Assert.Equal(a.norm().item<double>(), linalg.norm(a).item<double>(), 9);
        Assert.Equal([3], linalg.cross(ones(3), ones(3)).shape);
        Assert.Equal([2, 2], kron(eye(2), ones(1, 1)).shape);
        Assert.Equal([2, 2], linalg.pinv(a).shape);
        Assert.Equal([2, 2], cdist(ones(2, 3), ones(2, 3)).shape);
    }

    [Fact]
    public void Spectra_come_and_go()
    {
        using var scope = NewDisposeScope();
        var x = rand(8, 8, dtype: float64);
        Assert.True(fft.ifft(fft.fft_(x)).real.allclose(x));
        Assert.True(fft.irfft(fft.rfft(x)).allclose(x));
        Assert.True(fft.ifft2(fft.fft2(x)).real.allclose(x));
        Assert.True(fft.irfft2(fft.rfft2(x)).allclose(x));
        Assert.True(fft.ifftn(fft.fftn(x)).real.allclose(x));
        Assert.True(fft.ifftshift(fft.fftshift(x)).allclose(x));
        Assert.Equal(8, fft.fftfreq(8).numel());
        Assert.Equal(5, fft.rfftfreq(8).numel());
        var c = complex(x, x);
        Assert.True(c.abs().allclose(x * Math.Sqrt(2)) && view_as_complex(view_as_real(c)).imag.allclose(x) && polar(c.abs(), c.angle()).conj().imag.allclose(-x));
    }
}
