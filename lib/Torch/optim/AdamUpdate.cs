using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>One step of Adam for parameters that have made equally many.</summary>
internal static class AdamUpdate
{
    private static readonly Operator maximum_ = new("maximum", "out");

    internal static void Run(Tensor[] parameters, Tensor[] gradients, Tensor[] means, Tensor[] squares, Tensor[]? largest, long step,
        double rate, double beta1, double beta2, double eps)
    {
        var correction1 = 1 - Math.Pow(beta1, step);
        var correction2 = 1 - Math.Pow(beta2, step);
        Foreach.mulNumber_.Run(means, beta1);
        Foreach.add_.Run(means, gradients, 1 - beta1);
        Foreach.mulNumber_.Run(squares, beta2);
        Foreach.addcmul_.Run(squares, gradients, gradients, 1 - beta2);
        if (largest is not null)
            for (var k = 0; k < largest.Length; k++) maximum_.Run(largest[k], squares[k], largest[k]);
        var denominators = Foreach.sqrt.CallList(largest ?? squares);
        Foreach.divNumber_.Run(denominators, Math.Sqrt(correction2));
        Foreach.addNumber_.Run(denominators, eps);
        Foreach.addcdiv_.Run(parameters, means, denominators, -rate / correction1);
    }
}
