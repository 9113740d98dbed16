using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class ops
    {
        public static Module<Tensor, Tensor> Conv2dNormActivation(long in_channels, long out_channels, long kernel_size = 3, long stride = 1, long? padding = null,
            long groups = 1, Func<long, Module<Tensor, Tensor>>? norm_layer = null, Func<bool, Module<Tensor, Tensor>>? activation_layer = null,
            long dilation = 1, bool inplace = true, bool? bias = null) =>
            Block(Conv2d(in_channels, out_channels, kernel_size, stride, padding ?? (kernel_size - 1) / 2 * dilation, dilation, groups: groups, bias: bias ?? norm_layer is null),
                norm_layer?.Invoke(out_channels), activation_layer?.Invoke(inplace));

        public static Module<Tensor, Tensor> Conv3dNormActivation(long in_channels, long out_channels, long kernel_size = 3, long stride = 1, long? padding = null,
            long groups = 1, Func<long, Module<Tensor, Tensor>>? norm_layer = null, Func<bool, Module<Tensor, Tensor>>? activation_layer = null,
            long dilation = 1, bool inplace = true, bool? bias = null) =>
            Block(Conv3d(in_channels, out_channels, kernel_size, stride, padding ?? (kernel_size - 1) / 2 * dilation, dilation, groups: groups, bias: bias ?? norm_layer is null),
                norm_layer?.Invoke(out_channels), activation_layer?.Invoke(inplace));

        public static Permute Permute(params long[] dims) => new(dims);

        /// <summary>Linear layers, each with its normalisation, activation and dropout; the last with dropout only.</summary>
        public static Sequential MLP(long in_channels, IList<int> hidden_channels, Func<int, Module<Tensor, Tensor>>? norm_layer = null,
            Func<Module<Tensor, Tensor>>? activation_layer = null, bool inplace = false, bool bias = true, double dropout = 0.0)
        {
            var layers = new List<Module<Tensor, Tensor>>();
            for (var k = 0; k < hidden_channels.Count; k++)
            {
                layers.Add(Linear(k == 0 ? in_channels : hidden_channels[k - 1], hidden_channels[k], hasBias: bias));
                if (k < hidden_channels.Count - 1)
                {
                    if (norm_layer is not null) layers.Add(norm_layer(hidden_channels[k]));
                    layers.Add(activation_layer?.Invoke() ?? ReLU(inplace));
                }
                layers.Add(Dropout(dropout, inplace));
            }
            return Sequential(layers);
        }

        public static SqueezeExcitation SqueezeExcitation(long input_channels, long squeeze_channels, Func<Module<Tensor, Tensor>>? activation = null,
            Func<Module<Tensor, Tensor>>? scale_activation = null) => new(input_channels, squeeze_channels, activation, scale_activation);

        public static FrozenBatchNorm2d FrozenBatchNorm2d(int num_features, double eps = 1e-5, Device? device = null) => new(num_features, eps, device);

        private static Sequential Block(params Module<Tensor, Tensor>?[] layers) => Sequential(layers.OfType<Module<Tensor, Tensor>>().ToList());
    }

    public sealed class Permute(IEnumerable<long> dims) : ParameterLessModule<Tensor, Tensor>(nameof(Permute))
    {
        private readonly long[] dims = [.. dims];

        public override Tensor forward(Tensor input) => permute(input, dims);
    }

    /// <summary>Scales each channel by a weight that all channels' means decide (Hu et al. 2018).</summary>
    public class SqueezeExcitation : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> avgpool, fc1, fc2, activation, scale_activation;

        public SqueezeExcitation(long input_channels, long squeeze_channels, Func<Module<Tensor, Tensor>>? activation = null,
            Func<Module<Tensor, Tensor>>? scale_activation = null) : base(nameof(SqueezeExcitation))
        {
            avgpool = AdaptiveAvgPool2d(1);
            fc1 = Conv2d(input_channels, squeeze_channels, 1);
            fc2 = Conv2d(squeeze_channels, input_channels, 1);
            this.activation = activation?.Invoke() ?? ReLU();
            this.scale_activation = scale_activation?.Invoke() ?? Sigmoid();
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var scale = scale_activation.call(fc2.call(activation.call(fc1.call(avgpool.call(input)))));
            return (scale * input).MoveToOuterDisposeScope();
        }
    }
}
