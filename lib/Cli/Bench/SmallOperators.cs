using static TorchSharp.torch;

namespace CnnCourse.Cli.Bench;

/// <summary>One operator on 64×64 tensors, in both languages.</summary>
internal sealed record SmallOperator(string Python, Func<Tensor, Tensor, Tensor, Tensor> CSharp);

/// <summary>Thirty operators that training and looking inside a network use all the time.</summary>
internal static class SmallOperators
{
    public static IReadOnlyList<SmallOperator> All { get; } =
    [
        new("a + b", (a, b, _) => a + b),
        new("a - b", (a, b, _) => a - b),
        new("a * b", (a, b, _) => a * b),
        new("a / b", (a, b, _) => a / b),
        new("a + 1.5", (a, _, _) => a + 1.5),
        new("a * 2.0", (a, _, _) => a * 2.0),
        new("-a", (a, _, _) => -a),
        new("a.abs()", (a, _, _) => a.abs()),
        new("a.exp()", (a, _, _) => a.exp()),
        new("a.log()", (a, _, _) => a.log()),
        new("a.sqrt()", (a, _, _) => a.sqrt()),
        new("torch.tanh(a)", (a, _, _) => tanh(a)),
        new("torch.sigmoid(a)", (a, _, _) => sigmoid(a)),
        new("F.relu(a)", (a, _, _) => nn.functional.relu(a)),
        new("a.clamp(0.6, 1.0)", (a, _, _) => a.clamp(0.6, 1.0)),
        new("a > b", (a, b, _) => a > b),
        new("torch.maximum(a, b)", (a, b, _) => maximum(a, b)),
        new("torch.where(a > b, a, b)", (a, b, _) => Where(a, b)),
        new("a.sum()", (a, _, _) => a.sum()),
        new("a.mean(1)", (a, _, _) => a.mean([1])),
        new("a.argmax(1)", (a, _, _) => a.argmax(1)),
        new("F.softmax(a, 1)", (a, _, _) => nn.functional.softmax(a, 1)),
        new("a @ b", (a, b, _) => a.matmul(b)),
        new("a.t()", (a, _, _) => a.t()),
        new("a.view(16, 256)", (a, _, _) => a.view(16, 256)),
        new("a.reshape(-1)", (a, _, _) => a.reshape(-1)),
        new("a[3]", (a, _, _) => a[3]),
        new("a.index_select(0, i)", (a, _, i) => a.index_select(0, i)),
        new("torch.cat((a, b))", (a, b, _) => cat([a, b])),
        new("a.clone()", (a, _, _) => a.clone()),
    ];

    private static Tensor Where(Tensor a, Tensor b)
    {
        using var mask = a > b;
        return where(mask, a, b);
    }
}
