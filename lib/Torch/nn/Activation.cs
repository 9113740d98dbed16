using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static ReLU ReLU(bool inplace = false) => new(inplace);
        public static Tanh Tanh() => new(false);
        public static Tanh Tanh(bool inplace = false) => new(inplace);
        public static Sigmoid Sigmoid() => new(false);
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);
        public static Softmax Softmax(long dim) => new(dim);
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        // The in-place form of an operator answers with a tensor object of its own, which a Sequential may dispose.
        public static partial class functional
        {
            private static readonly Operator reluOp = new("relu");
            private static readonly Operator reluInPlaceOp = new("relu_");
            private static readonly Operator tanhOp = new("tanh");
            private static readonly Operator tanhInPlaceOp = new("tanh_");
            private static readonly Operator sigmoidOp = new("sigmoid");
            private static readonly Operator sigmoidInPlaceOp = new("sigmoid_");
            private static readonly Operator softmaxOp = new("softmax", "int");
            private static readonly Operator logSoftmaxOp = new("log_softmax", "int");

            public static Tensor relu(Tensor x, bool inplace = false) => (inplace ? reluInPlaceOp : reluOp).Call(x);
            public static Tensor tanh(Tensor x, bool inplace = false) => (inplace ? tanhInPlaceOp : tanhOp).Call(x);
            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? sigmoidInPlaceOp : sigmoidOp).Call(x);
            public static Tensor sigmoid(Tensor x) => sigmoidOp.Call(x);
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => softmaxOp.Call(input, dim, dtype);
            public static Tensor log_softmax(Tensor x, long dim) => logSoftmaxOp.Call(x, dim);
        }
    }
}
