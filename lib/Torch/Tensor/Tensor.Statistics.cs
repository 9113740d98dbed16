using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => Aten.cov.Call(this, correction, fweights, aweights);
        public Tensor corrcoef() => Aten.corrcoef.Call(this);
        public Tensor std(bool unbiased = true) => Aten.std.Call(this, unbiased);
        public Tensor var(bool unbiased = true) => Aten.var.Call(this, unbiased);
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.std_dim.Call(this, dimensions.ToArray(), unbiased, keepdim).Cast(type);
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.var_dim.Call(this, dimensions.ToArray(), unbiased, keepdim).Cast(type);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.std_dim.Call(this, dimensions, unbiased, keepdim).Cast(type);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.var_dim.Call(this, dimensions, unbiased, keepdim).Cast(type);
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.std_dim.Call(this, new[] { dim }, unbiased, keepdim).Cast(type);
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.var_dim.Call(this, new[] { dim }, unbiased, keepdim).Cast(type);
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.std_dim.Call(this, new[] { dim.Item1, dim.Item2 }, unbiased, keepdim).Cast(type);
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.var_dim.Call(this, new[] { dim.Item1, dim.Item2 }, unbiased, keepdim).Cast(type);
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.std_dim.Call(this, new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim).Cast(type);
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Aten.var_dim.Call(this, new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim).Cast(type);
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Aten.std_mean.Call2(this, unbiased);
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Aten.var_mean.Call2(this, unbiased);
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.std_mean_dim.Call2(this, dimensions, unbiased, keepdim), type);
        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.var_mean_dim.Call2(this, dimensions, unbiased, keepdim), type);
        public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.std_mean_dim.Call2(this, dimensions.ToArray(), unbiased, keepdim), type);
        public (Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.var_mean_dim.Call2(this, dimensions.ToArray(), unbiased, keepdim), type);
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.std_mean_dim.Call2(this, new[] { dim }, unbiased, keepdim), type);
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.var_mean_dim.Call2(this, new[] { dim }, unbiased, keepdim), type);
        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.std_mean_dim.Call2(this, new[] { dim.Item1, dim.Item2 }, unbiased, keepdim), type);
        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.var_mean_dim.Call2(this, new[] { dim.Item1, dim.Item2 }, unbiased, keepdim), type);
        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.std_mean_dim.Call2(this, new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim), type);
        public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Cast(Aten.var_mean_dim.Call2(this, new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim), type);
    }
}
