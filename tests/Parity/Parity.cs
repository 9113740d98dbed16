using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Parity;

/// <summary>A file of cases.</summary>
public interface ICases
{
    static abstract IReadOnlyList<ParityCase> Cases { get; }
}

/// <summary>Checks a file of cases against Python: values, dtypes, shapes and gradients. Each case is one row.</summary>
public abstract class Parity<T> where T : Parity<T>, ICases
{
    public static TheoryData<string> Names => new(T.Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_values_and_gradients_of_Python(string name)
    {
        var parityCase = T.Cases.First(c => c.Name == name);
        var answer = Reference.For(typeof(T).Name, parityCase);
        Assert.True(answer.Result.Error is null, $"Python, '{parityCase.Python}': {answer.Result.Error}");

        using var scope = NewDisposeScope();
        var inputs = parityCase.Inputs.Select((input, k) => input.Make(parityCase.Seed + k)).ToArray();
        if (parityCase.Gradients)
            foreach (var input in inputs.Where(i => i.is_floating_point() || i.is_complex())) input.requires_grad_();
        manual_seed(parityCase.Seed);
        var outputs = ParityCase.Flatten(parityCase.Run(inputs));

        var expected = answer.Result.Outputs!.Select(answer.Read).ToArray();
        Assert.Equal(expected.Length, outputs.Length);
        for (var k = 0; k < expected.Length; k++) Compare(expected[k], outputs[k], $"output {k}", parityCase.Tolerance);
        if (parityCase.Gradients) CompareGradients(answer, inputs, outputs, parityCase.Tolerance);
    }

    private static void CompareGradients(Reference.Answer answer, Tensor[] inputs, Tensor[] outputs, double tolerance)
    {
        var weights = answer.Result.Weights!;
        Tensor? total = null;
        for (var k = 0; k < outputs.Length; k++)
        {
            Assert.Equal(weights[k] is not null, outputs[k].requires_grad);
            if (weights[k] is not { } place) continue;
            var real = outputs[k].is_complex() ? outputs[k].resolve_conj().view_as_real() : outputs[k];
            var part = (real * answer.Read(place)).sum();
            total = total is null ? part : total + part;
        }
        if (total is null) return;
        var leaves = inputs.Where(i => i.requires_grad).ToArray();
        var found = new Queue<Tensor?>(autograd.grad([total], leaves, allow_unused: true));
        for (var k = 0; k < inputs.Length; k++)
        {
            if (!inputs[k].requires_grad) continue;
            var gradient = found.Dequeue();
            Assert.Equal(answer.Result.Grads![k] is null, gradient is null);
            if (gradient is not null) Compare(answer.Read(answer.Result.Grads[k]!), gradient, $"gradient of input {k}", tolerance);
        }
    }

    private static void Compare(Tensor expected, Tensor actual, string what, double tolerance)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        using var guard = no_grad();
        var dense = (actual.is_sparse ? actual.to_dense() : actual).clone();
        if (tolerance == ParityCase.Exact || !(expected.is_floating_point() || expected.is_complex()))
        {
            Assert.True(dense.resolve_conj().contiguous().bytes.SequenceEqual(expected.bytes), $"{what} is {Show(actual)}, Python's {Show(expected)}");
            return;
        }
        Assert.True(dense.allclose(expected, tolerance, ParityCase.NearZero, equal_nan: true), $"{what} is {Show(actual)}, Python's {Show(expected)}");
    }

    private static string Show(Tensor tensor) => tensor.str(fltFormat: "g9");

    protected static ParityCase Case<TResult>(string name, string python, Func<TResult> run, bool grad = true, double rtol = ParityCase.Ordinary) =>
        Make(name, python, _ => run(), [], grad, rtol);

    protected static ParityCase Case<TResult>(string name, string python, Func<Tensor, TResult> run, Input x, bool grad = true, double rtol = ParityCase.Ordinary) =>
        Make(name, python, t => run(t[0]), [x], grad, rtol);

    protected static ParityCase Case<TResult>(string name, string python, Func<Tensor, Tensor, TResult> run, Input x, Input y, bool grad = true, double rtol = ParityCase.Ordinary) =>
        Make(name, python, t => run(t[0], t[1]), [x, y], grad, rtol);

    protected static ParityCase Case<TResult>(string name, string python, Func<Tensor, Tensor, Tensor, TResult> run, Input x, Input y, Input z, bool grad = true, double rtol = ParityCase.Ordinary) =>
        Make(name, python, t => run(t[0], t[1], t[2]), [x, y, z], grad, rtol);

    protected static ParityCase Case<TResult>(string name, string python, Func<Tensor, Tensor, Tensor, Tensor, TResult> run, Input x, Input y, Input z, Input w, bool grad = true, double rtol = ParityCase.Ordinary) =>
        Make(name, python, t => run(t[0], t[1], t[2], t[3]), [x, y, z, w], grad, rtol);

    /// <summary>Random numbers: the same bits under the same seed.</summary>
    protected static ParityCase Same<TResult>(string python, Func<TResult> run) => Make(python, python, _ => run(), [], false, ParityCase.Exact);

    private static ParityCase Make<TResult>(string name, string python, Func<Tensor[], TResult> run, Input[] inputs, bool grad, double rtol) =>
        new(name, python, tensors => run(tensors), inputs) { Gradients = grad, Tolerance = rtol };
}
