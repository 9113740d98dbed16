using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        public static Identity Identity() => new();

        public static partial class functional
        {
            private static readonly Operator linearOp = new("linear");

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => linearOp.Call(input, weights, bias);
        }
    }
}
