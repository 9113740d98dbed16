using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        public static partial class functional
        {
            private static readonly Operator dropoutOp = new("dropout");
            private static readonly Operator dropoutInPlaceOp = new("dropout_");

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? dropoutInPlaceOp : dropoutOp).Call(input, p, training);
        }
    }
}
