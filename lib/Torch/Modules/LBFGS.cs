using CnnCourse.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Limited-memory BFGS (Nocedal 1980) with a fixed step: directions from the last changes of parameters and gradients.</summary>
public class LBFGS : Optimizer, ILearningRateController
{
    private readonly Parameter[] all;
    private readonly long maxIterations, maxEvaluations, historySize;
    private readonly double toleranceGradient, toleranceChange;
    private readonly List<(Tensor Change, Tensor Step, double Weight)> history = [];

    private Tensor? direction, lastGradient;
    private double scale = 1, length;
    private long iterations;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, long? max_eval, double tolerance_grad, double tolerance_change, long history_size)
    {
        all = parameters.ToArray();
        LearningRate = InitialLearningRate = lr;
        (maxIterations, maxEvaluations, historySize) = (max_iter, max_eval ?? max_iter * 5 / 4, history_size);
        (toleranceGradient, toleranceChange) = (tolerance_grad, tolerance_change);
    }

    public double LearningRate { get; set; }
    public double InitialLearningRate { get; set; }

    public override IEnumerable<ILearningRateController> ParamGroups => [this];
    public override IEnumerable<Parameter> parameters() => all;

    public override void zero_grad()
    {
        foreach (var parameter in all)
        {
            using var gradient = parameter.grad;
            if (gradient is not null) InPlace.zero.Run(gradient);
        }
    }

    /// <summary>Up to <c>max_iter</c> iterations; the closure clears the gradients, computes the loss and its gradients. Returns the loss before.</summary>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        using var guard = no_grad();
        var first = Evaluate(closure);
        using var scope = NewDisposeScope();
        var loss = Number(first);
        var gradient = Flat();
        if (Largest(gradient) <= toleranceGradient) return first;

        for (var (k, evaluations) = (1L, 1L); ; k++)
        {
            iterations++;
            Replace(ref direction, NextDirection(gradient));
            Replace(ref lastGradient, gradient.clone());
            var lossBefore = loss;
            length = iterations == 1 ? Math.Min(1.0, 1.0 / Number(gradient.abs().sum())) * LearningRate : LearningRate;
            if (Number(gradient.dot(direction!)) > -toleranceChange) break;
            Move(direction!, length);
            if (k == maxIterations) break;
            using (var after = Evaluate(closure)) loss = Number(after);
            gradient = Flat();
            evaluations++;
            if (evaluations >= maxEvaluations || Largest(gradient) <= toleranceGradient || Largest(direction!.mul(length)) <= toleranceChange
                || Math.Abs(loss - lossBefore) < toleranceChange) break;
        }
        return first;
    }

    private Tensor NextDirection(Tensor gradient)
    {
        if (iterations == 1)
        {
            Forget();
            scale = 1;
            return gradient.neg();
        }
        var change = gradient - lastGradient!;
        var step = direction!.mul(length);
        var curvature = Number(change.dot(step));
        if (curvature > 1e-10)
        {
            if (history.Count == historySize) Drop(0);
            history.Add((change.DetachFromDisposeScope(), step.DetachFromDisposeScope(), 1 / curvature));
            scale = curvature / Number(change.dot(change));
        }
        // The two loops of Nocedal's recursion.
        var weights = new double[history.Count];
        var result = gradient.neg();
        for (var k = history.Count - 1; k >= 0; k--)
        {
            weights[k] = Number(history[k].Step.dot(result)) * history[k].Weight;
            result.add_(history[k].Change, -weights[k]);
        }
        result = result.mul(scale);
        for (var k = 0; k < history.Count; k++)
            result.add_(history[k].Step, weights[k] - Number(history[k].Change.dot(result)) * history[k].Weight);
        return result;
    }

    private static Tensor Evaluate(Func<Tensor> closure)
    {
        using var recording = enable_grad();
        return closure();
    }

    private Tensor Flat() => cat(Array.ConvertAll(all, parameter => (parameter.grad ?? zeros_like(parameter)).reshape([-1])));

    private void Move(Tensor along, double by)
    {
        long start = 0;
        foreach (var parameter in all)
        {
            var count = parameter.numel();
            parameter.add_(along.narrow(0, start, count).reshape(parameter.shape), by);
            start += count;
        }
    }

    private static double Number(Tensor tensor) => tensor.to(ScalarType.Float64).item<double>();
    private static double Largest(Tensor tensor) => Number(tensor.abs().max());

    private static void Replace(ref Tensor? place, Tensor value)
    {
        place?.Dispose();
        place = value.DetachFromDisposeScope();
    }

    private void Drop(int index)
    {
        history[index].Change.Dispose();
        history[index].Step.Dispose();
        history.RemoveAt(index);
    }

    private void Forget()
    {
        while (history.Count > 0) Drop(history.Count - 1);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
            direction?.Dispose();
            lastGradient?.Dispose();
        }
        base.Dispose(disposing);
    }
}
