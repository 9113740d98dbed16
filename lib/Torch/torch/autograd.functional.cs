namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static partial class functional
        {
            /// <summary>Derivatives of every output by every input, outputs first: shape [output..., input...].</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                using var scope = NewDisposeScope();
                using var recording = enable_grad();
                var leaves = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                var results = new List<Tensor>();
                foreach (var output in function(leaves))
                {
                    var flat = output.reshape(-1);
                    var rows = new List<Tensor>[leaves.Length];
                    for (var i = 0; i < rows.Length; i++) rows[i] = [];
                    for (long k = 0; k < flat.numel(); k++)
                    {
                        var gradients = grad([flat[k]], leaves, retain_graph: true, allow_unused: true);
                        for (var i = 0; i < rows.Length; i++) rows[i].Add(gradients[i] ?? leaves[i].zeros_like());
                    }
                    for (var i = 0; i < rows.Length; i++)
                        results.Add(scope.MoveToOuter(stack(rows[i]).reshape([.. output.shape, .. leaves[i].shape]).detach()));
                }
                return results;
            }

            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                jacobian((Tensor[] x) => [function(x[0])], [inputs]).Single();

            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                jacobian((Tensor[] x) => function(x[0]), [inputs]);

            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian((Tensor[] x) => [function(x)], inputs);
        }
    }
}
