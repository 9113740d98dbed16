using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator padOp = new("pad");

            /// <summary>Pads the last dimensions: <paramref name="pad"/> holds (before, after) of the last one first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Zeros => padOp.Call(input, pad, "constant", 0.0),
                PaddingModes.Constant => padOp.Call(input, pad, "constant", value),
                PaddingModes.Reflect => padOp.Call(input, pad, "reflect"),
                PaddingModes.Replicate => padOp.Call(input, pad, "replicate"),
                PaddingModes.Circular => padOp.Call(input, pad, "circular"),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding mode."),
            };

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.Array(), mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.Times(2 * (int)input.ndim), mode, value);
        }
    }
}
