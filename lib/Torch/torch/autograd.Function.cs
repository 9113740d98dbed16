namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation whose gradient is C# code: one node in the graph, whatever its forward pass computes.</summary>
        public abstract class Function<T> where T : Function<T>, new()
        {
            private static readonly T instance = new();

            public abstract string Name { get; }

            internal abstract List<Tensor> Forward(AutogradContext ctx, object[] vars);
            internal abstract List<Tensor> Backward(AutogradContext ctx, List<Tensor> grad_outputs);

            public static List<Tensor> apply_internal(params object[] vars)
            {
                var inputs = vars.OfType<Tensor>().Where(t => !t.IsInvalid).ToList();
                var ctx = new AutogradContext(instance.Name, instance.Backward, Array.ConvertAll(vars, v => v is Tensor { IsInvalid: false }));
                var isRecorded = AutoGradMode.IsEnabled && inputs.Exists(t => t.requires_grad);
                List<Tensor> outputs;
                using (no_grad()) outputs = ctx.Separate(instance.Forward(ctx, vars), inputs);
                if (isRecorded) ctx.Record(inputs, outputs);
                return outputs;
            }
        }

        /// <summary>A <see cref="Function{T}"/> with one result.</summary>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            /// <summary>Computes the result, unrecorded; what backward needs goes into the context.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <returns>One gradient for each argument of <see cref="forward"/>; null for what is no tensor or needs none.</returns>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> Forward(AutogradContext ctx, object[] vars) => [forward(ctx, vars)];
            internal sealed override List<Tensor> Backward(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs[0]);
        }

        /// <summary>A <see cref="Function{T}"/> with several results.</summary>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            /// <summary>Computes the results, unrecorded; what backward needs goes into the context.</summary>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <returns>One gradient for each argument of <see cref="forward"/>; null for what is no tensor or needs none.</returns>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> Forward(AutogradContext ctx, object[] vars) => forward(ctx, vars);
            internal sealed override List<Tensor> Backward(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs);
        }
    }
}
