using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor bitwise_and(Tensor other) => Aten.bitwise_and.Call(this, other);
        public Tensor bitwise_and_(Tensor other) => Aten.bitwise_and_.Mutate(this, other);
        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);
        public Tensor bitwise_not_() => Aten.bitwise_not_.Mutate(this);
        public Tensor bitwise_or(Tensor other) => Aten.bitwise_or.Call(this, other);
        public Tensor bitwise_or_(Tensor other) => Aten.bitwise_or_.Mutate(this, other);
        public Tensor bitwise_xor(Tensor other) => Aten.bitwise_xor.Call(this, other);
        public Tensor bitwise_xor_(Tensor other) => Aten.bitwise_xor_.Mutate(this, other);
        public Tensor bitwise_left_shift(Tensor other) => Aten.bitwise_left_shift.Call(this, other);
        public Tensor bitwise_left_shift_(Tensor other) => Aten.bitwise_left_shift_.Mutate(this, other);
        public Tensor bitwise_right_shift(Tensor other) => Aten.bitwise_right_shift.Call(this, other);
        public Tensor bitwise_right_shift_(Tensor other) => Aten.bitwise_right_shift_.Mutate(this, other);
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);
        public Tensor logical_and_(Tensor other) => Aten.logical_and_.Mutate(this, other);
        public Tensor logical_not() => Aten.logical_not.Call(this);
        public Tensor logical_not_() => Aten.logical_not_.Mutate(this);
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);
        public Tensor logical_or_(Tensor other) => Aten.logical_or_.Mutate(this, other);
        public Tensor logical_xor(Tensor other) => Aten.logical_xor.Call(this, other);
        public Tensor logical_xor_(Tensor other) => Aten.logical_xor_.Mutate(this, other);
    }
}
