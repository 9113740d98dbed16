using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Aten.add.Call(left, right);
        public static Tensor operator +(Tensor left, Scalar right) => Aten.add_Scalar.Call(left, right);
        public static Tensor operator +(Tensor left, int right) => Aten.add_Scalar.Call(left, right);
        public static Tensor operator +(Tensor left, long right) => Aten.add_Scalar.Call(left, right);
        public static Tensor operator +(Tensor left, float right) => Aten.add_Scalar.Call(left, right);
        public static Tensor operator +(Tensor left, double right) => Aten.add_Scalar.Call(left, right);
        public static Tensor operator +(Scalar left, Tensor right) => Aten.add_Scalar.Call(right, left);
        public static Tensor operator +(int left, Tensor right) => Aten.add_Scalar.Call(right, left);
        public static Tensor operator +(long left, Tensor right) => Aten.add_Scalar.Call(right, left);
        public static Tensor operator +(float left, Tensor right) => Aten.add_Scalar.Call(right, left);
        public static Tensor operator +(double left, Tensor right) => Aten.add_Scalar.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => Aten.sub.Call(left, right);
        public static Tensor operator -(Tensor left, Scalar right) => Aten.sub_Scalar.Call(left, right);
        public static Tensor operator -(Tensor left, int right) => Aten.sub_Scalar.Call(left, right);
        public static Tensor operator -(Tensor left, long right) => Aten.sub_Scalar.Call(left, right);
        public static Tensor operator -(Tensor left, float right) => Aten.sub_Scalar.Call(left, right);
        public static Tensor operator -(Tensor left, double right) => Aten.sub_Scalar.Call(left, right);
        public static Tensor operator -(Scalar left, Tensor right) => Aten.rsub_Scalar.Call(right, left);
        public static Tensor operator -(int left, Tensor right) => Aten.rsub_Scalar.Call(right, left);
        public static Tensor operator -(long left, Tensor right) => Aten.rsub_Scalar.Call(right, left);
        public static Tensor operator -(float left, Tensor right) => Aten.rsub_Scalar.Call(right, left);
        public static Tensor operator -(double left, Tensor right) => Aten.rsub_Scalar.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => Aten.mul.Call(left, right);
        public static Tensor operator *(Tensor left, Scalar right) => Aten.mul_Scalar.Call(left, right);
        public static Tensor operator *(Tensor left, int right) => Aten.mul_Scalar.Call(left, right);
        public static Tensor operator *(Tensor left, long right) => Aten.mul_Scalar.Call(left, right);
        public static Tensor operator *(Tensor left, float right) => Aten.mul_Scalar.Call(left, right);
        public static Tensor operator *(Tensor left, double right) => Aten.mul_Scalar.Call(left, right);
        public static Tensor operator *(Scalar left, Tensor right) => Aten.mul_Scalar.Call(right, left);
        public static Tensor operator *(int left, Tensor right) => Aten.mul_Scalar.Call(right, left);
        public static Tensor operator *(long left, Tensor right) => Aten.mul_Scalar.Call(right, left);
        public static Tensor operator *(float left, Tensor right) => Aten.mul_Scalar.Call(right, left);
        public static Tensor operator *(double left, Tensor right) => Aten.mul_Scalar.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => Aten.div.Call(left, right);
        public static Tensor operator /(Tensor left, Scalar right) => Aten.div_Scalar.Call(left, right);
        public static Tensor operator /(Tensor left, int right) => Aten.div_Scalar.Call(left, right);
        public static Tensor operator /(Tensor left, long right) => Aten.div_Scalar.Call(left, right);
        public static Tensor operator /(Tensor left, float right) => Aten.div_Scalar.Call(left, right);
        public static Tensor operator /(Tensor left, double right) => Aten.div_Scalar.Call(left, right);
        public static Tensor operator /(Scalar left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(int left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(long left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(float left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(double left, Tensor right) => Quotient(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => Aten.remainder.Call(left, right);
        public static Tensor operator %(Tensor left, Scalar right) => Aten.remainder_Scalar.Call(left, right);
        public static Tensor operator %(Tensor left, int right) => Aten.remainder_Scalar.Call(left, right);
        public static Tensor operator %(Tensor left, long right) => Aten.remainder_Scalar.Call(left, right);
        public static Tensor operator %(Tensor left, float right) => Aten.remainder_Scalar.Call(left, right);
        public static Tensor operator %(Tensor left, double right) => Aten.remainder_Scalar.Call(left, right);

        public static Tensor operator &(Tensor left, Tensor right) => Aten.bitwise_and.Call(left, right);
        public static Tensor operator |(Tensor left, Tensor right) => Aten.bitwise_or.Call(left, right);
        public static Tensor operator ^(Tensor left, Tensor right) => Aten.bitwise_xor.Call(left, right);
        public static Tensor operator ~(Tensor left) => Aten.bitwise_not.Call(left);
        public static Tensor operator -(Tensor tensor) => Aten.neg.Call(tensor);

        public static Tensor operator ==(Tensor left, Tensor right) => Aten.eq.Call(left, right);
        public static Tensor operator ==(Tensor left, Scalar right) => Aten.eq_Scalar.Call(left, right);
        public static Tensor operator ==(Scalar left, Tensor right) => Aten.eq_Scalar.Call(right, left);
        public static Tensor operator !=(Tensor left, Tensor right) => Aten.ne.Call(left, right);
        public static Tensor operator !=(Tensor left, Scalar right) => Aten.ne_Scalar.Call(left, right);
        public static Tensor operator !=(Scalar left, Tensor right) => Aten.ne_Scalar.Call(right, left);
        public static Tensor operator <(Tensor left, Tensor right) => Aten.lt.Call(left, right);
        public static Tensor operator <(Tensor left, Scalar right) => Aten.lt_Scalar.Call(left, right);
        public static Tensor operator <(Scalar left, Tensor right) => Aten.gt_Scalar.Call(right, left);
        public static Tensor operator <=(Tensor left, Tensor right) => Aten.le.Call(left, right);
        public static Tensor operator <=(Tensor left, Scalar right) => Aten.le_Scalar.Call(left, right);
        public static Tensor operator <=(Scalar left, Tensor right) => Aten.ge_Scalar.Call(right, left);
        public static Tensor operator >(Tensor left, Tensor right) => Aten.gt.Call(left, right);
        public static Tensor operator >(Tensor left, Scalar right) => Aten.gt_Scalar.Call(left, right);
        public static Tensor operator >(Scalar left, Tensor right) => Aten.lt_Scalar.Call(right, left);
        public static Tensor operator >=(Tensor left, Tensor right) => Aten.ge.Call(left, right);
        public static Tensor operator >=(Tensor left, Scalar right) => Aten.ge_Scalar.Call(left, right);
        public static Tensor operator >=(Scalar left, Tensor right) => Aten.le_Scalar.Call(right, left);

        // A number over a tensor: reciprocal and multiply, as PyTorch does.
        private static Tensor Quotient(Arg number, Tensor tensor)
        {
            using var inverse = Aten.reciprocal.Call(tensor);
            return Aten.mul_Scalar.Call(inverse, number);
        }
    }
}
