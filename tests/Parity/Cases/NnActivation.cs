using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Parity.Cases;

public sealed class NnActivation : Parity<NnActivation>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("CELU", "nn.CELU(1.3)(x)", x => CELU(1.3).call(x), [4, 5]),
        Case("ELU", "nn.ELU(0.7)(x)", x => ELU(0.7).call(x), [4, 5]),
        Case("GELU", "nn.GELU()(x)", x => GELU().call(x), [4, 5]),
        Case("GELU by tanh", "nn.GELU(approximate='tanh')(x)", x => GELU(TorchSharp.Modules.GELU.Approximate.tanh).call(x), [4, 5]),
        Case("GLU", "nn.GLU()(x)", x => GLU().call(x), [4, 6]),
        Case("GLU along channels", "F.glu(x, 1)", x => F.glu(x, 1), [2, 4, 3]),
        Case("Hardshrink", "nn.Hardshrink()(x)", x => Hardshrink().call(x), [4, 5]),
        Case("Hardsigmoid", "nn.Hardsigmoid()(x * 3)", x => Hardsigmoid().call(x * 3), [4, 5]),
        Case("Hardswish", "nn.Hardswish()(x * 3)", x => Hardswish().call(x * 3), [4, 5]),
        Case("Hardtanh", "nn.Hardtanh(-0.5, 0.8)(x)", x => Hardtanh(-0.5, 0.8).call(x), [4, 5]),
        Case("LeakyReLU", "nn.LeakyReLU(0.2)(x)", x => LeakyReLU(0.2).call(x), [4, 5]),
        Case("LogSigmoid", "nn.LogSigmoid()(x)", x => LogSigmoid().call(x), [4, 5]),
        Case("LogSoftmax", "nn.LogSoftmax(1)(x)", x => LogSoftmax(1).call(x), [4, 5]),
        Case("Mish", "nn.Mish()(x)", x => Mish().call(x), [4, 5]),
        Case("PReLU", "trained(nn.PReLU(3), x)", x => Modules.Trained(PReLU(3), x), [2, 3, 4]),
        Case("PReLU with one slope", "trained(nn.PReLU(1, 0.1), x)", x => Modules.Trained(PReLU(1, 0.1), x), [2, 3, 4]),
        Case("ReLU", "nn.ReLU()(x)", x => ReLU().call(x), [4, 5]),
        Case("ReLU in place", "nn.ReLU(inplace=True)(x * 2)", x => ReLU(inplace: true).call(x * 2), [4, 5]),
        Case("ReLU6", "nn.ReLU6()(x * 5)", x => ReLU6().call(x * 5), [4, 5]),
        Case("RReLU while training", "nn.RReLU()(x)", x => RReLU().call(x), [4, 5]),
        Case("RReLU functional", "F.rrelu(x, 0.1, 0.3)", x => F.rrelu(x, 0.1, 0.3), [4, 5]),
        Case("SELU", "nn.SELU()(x)", x => SELU().call(x), [4, 5]),
        Case("Sigmoid", "nn.Sigmoid()(x)", x => Sigmoid().call(x), [4, 5]),
        Case("SiLU", "nn.SiLU()(x)", x => SiLU().call(x), [4, 5]),
        Case("SiLU in place", "nn.SiLU(inplace=True)(x * 2)", x => SiLU(true).call(x * 2), [4, 5]),
        Case("Softmax", "nn.Softmax(0)(x)", x => Softmax(0).call(x), [4, 5]),
        Case("softmax in double", "F.softmax(x, 1, dtype=torch.float64)", x => F.softmax(x, 1, float64), [4, 5]),
        Case("Softmax2d", "nn.Softmax2d()(x)", x => Softmax2d().call(x), [2, 3, 4, 4]),
        Case("Softmin", "nn.Softmin(1)(x)", x => Softmin(1).call(x), [4, 5]),
        Case("Softplus", "nn.Softplus(2, 3)(x)", x => Softplus(2, 3).call(x), [4, 5]),
        Case("Softshrink", "nn.Softshrink(0.3)(x)", x => Softshrink(0.3).call(x), [4, 5]),
        Case("Softsign", "nn.Softsign()(x)", x => Softsign().call(x), [4, 5]),
        Case("Tanh", "nn.Tanh()(x)", x => Tanh().call(x), [4, 5]),
        Case("Tanhshrink", "nn.Tanhshrink()(x)", x => Tanhshrink().call(x), [4, 5]),
        Case("Threshold", "nn.Threshold(0.3, -1)(x)", x => Threshold(0.3, -1).call(x), [4, 5]),
        Case("Dropout", "nn.Dropout(0.3)(x)", x => Dropout(0.3).call(x), [40, 5]),
        Case("Dropout1d", "nn.Dropout1d(0.3)(x)", x => Dropout1d(0.3).call(x), [4, 5, 3]),
        Case("Dropout2d", "nn.Dropout2d(0.3)(x)", x => Dropout2d(0.3).call(x), [4, 5, 3, 3]),
        Case("Dropout3d", "nn.Dropout3d(0.3)(x)", x => Dropout3d(0.3).call(x), [4, 5, 2, 3, 3]),
        Case("AlphaDropout", "nn.AlphaDropout(0.3)(x)", x => AlphaDropout(0.3).call(x), [40, 5]),
        Case("FeatureAlphaDropout", "nn.FeatureAlphaDropout(0.3)(x)", x => FeatureAlphaDropout(0.3).call(x), [4, 5, 3]),
        Case("Dropout in evaluation", "nn.Dropout(0.3).eval()(x * 1)", x => Idle(Dropout(0.3)).call(x * 1), [4, 5]),
    ];

    private static Dropout Idle(Dropout dropout)
    {
        dropout.eval();
        return dropout;
    }
}
