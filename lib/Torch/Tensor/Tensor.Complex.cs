using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor angle() => Aten.angle.Call(this);
        public Tensor conj() => Aten.conj.Call(this);
        public Tensor conj_physical() => Aten.conj_physical.Call(this);
        public Tensor conj_physical_() => Aten.conj_physical_.Mutate(this);
        public bool is_conj() => Aten.is_conj.CallBool(this);
        public Tensor resolve_conj() => Aten.resolve_conj.Call(this);
        public bool is_neg() => Aten.is_neg.CallBool(this);
        public Tensor resolve_neg() => Aten.resolve_neg.Call(this);
        public Tensor view_as_complex() => Aten.view_as_complex.Call(this);
        public Tensor view_as_real() => Aten.view_as_real.Call(this);
    }
}
