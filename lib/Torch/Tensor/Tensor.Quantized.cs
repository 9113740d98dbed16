using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor dequantize() => Aten.dequantize_self.Call(this);
        public double q_scale() => Aten.q_scale.CallDouble(this);
        public long q_zero_point() => Aten.q_zero_point.CallInt(this);
        public Tensor int_repr() => Aten.int_repr.Call(this);
        public Tensor q_per_channel_scales() => Aten.q_per_channel_scales.Call(this);
        public Tensor q_per_channel_zero_points() => Aten.q_per_channel_zero_points.Call(this);
        public long q_per_channel_axis() => Aten.q_per_channel_axis.CallInt(this);
        public Tensor to_dense() => Aten.to_dense.Call(this);
        public Tensor to_sparse() => Aten.to_sparse.Call(this);
        public Tensor to_sparse(int sparse_dim) => Aten.to_sparse_sparse_dim.Call(this, sparse_dim);
        public bool is_pinned() => Aten.is_pinned.CallBool(this);
        public Tensor pin_memory() => Aten.pin_memory.Call(this);
    }
}
