using CnnCourse.Layers;
using CnnCourse.Models;
using CnnCourse.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp;

/// <summary>
/// torchvision.models under TorchSharp 0.107's names and arguments: the course's own networks, whose state dicts have torchvision's keys.
/// Genuine TorchSharp brings its own, so a build with it leaves this file out.
/// </summary>
/// <remarks>
/// Every function takes the number of classes; a file of weights (.pth, .safetensors or .dat); whether that file's last layer stays unread,
/// as it must where the number of classes differs; and the device. A file that does not fit is an <see cref="InvalidOperationException"/>,
/// a damaged one a <see cref="WeightFileException"/>. An image is [N, 3, H, W] in 0..1, normalised as <see cref="Preprocessing"/> says.
/// </remarks>
public static class TorchvisionModels
{
    extension(torchvision.models)
    {
        /// <summary>AlexNet on one GPU (Krizhevsky 2014).</summary>
        public static AlexNet alexnet(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Dropping(new AlexNet(AlexNet.Torchvision, num_classes), dropout).Ready("classifier.6", weights_file, skipfc, device);

        /// <summary>VGG, column A (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg11(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("A", false, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column A, with batch normalisation (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg11_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("A", true, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column B (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg13(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("B", false, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column B, with batch normalisation (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg13_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("B", true, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column D (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg16(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("D", false, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column D, with batch normalisation (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg16_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("D", true, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column E (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg19(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("E", false, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>VGG, column E, with batch normalisation (Simonyan and Zisserman 2015).</summary>
        public static Vgg vgg19_bn(int num_classes = 1000, float dropout = 0.5f, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            OfColumn("E", true, num_classes, dropout, weights_file, skipfc, device);

        /// <summary>GoogLeNet with batch normalisation and, as in TorchSharp, without auxiliary heads (Szegedy et al. 2015).</summary>
        /// <param name="num_classes">Number of logits.</param>
        /// <param name="transform_input">The images are normalised as for the other networks, not to -1..1, and have yet to be changed to that.</param>
        /// <param name="weights_file">A file of weights; those of the heads are passed over.</param>
        /// <param name="skipfc">The file's last layer stays unread.</param>
        /// <param name="dropout">Before the last layer.</param>
        /// <param name="dropout_aux">In the heads, which are not there.</param>
        /// <param name="device">Where the network shall be.</param>
        public static GoogLeNet googlenet(int num_classes = 1000, bool transform_input = false, string? weights_file = null, bool skipfc = true,
            float dropout = 0.2f, float dropout_aux = 0.7f, Device? device = null)
        {
            var model = Dropping(new GoogLeNet(GoogLeNet.Torchvision, num_classes, heads: false), dropout);
            Draw(model);
            return Symmetric(model, transform_input).Ready("fc", weights_file, skipfc, device, unused: "aux");
        }

        /// <summary>Inception v3 with its auxiliary head (Szegedy et al. 2016).</summary>
        public static InceptionV3 inception_v3(int num_classes = 1000, float dropout = 0.5f, bool transform_input = false, string? weights_file = null,
            bool skipfc = true, Device? device = null)
        {
            var model = SmallLinear(Dropping(new InceptionV3(num_classes), dropout));
            return Symmetric(model, transform_input).Ready("fc", weights_file, skipfc, device, alsoLast: "AuxLogits.fc");
        }

        /// <summary>The residual network of 18 layers (He et al. 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnet18(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet18", num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>The residual network of 34 layers (He et al. 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnet34(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet34", num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>The residual network of 50 layers (He et al. 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnet50(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet50", num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>The residual network of 101 layers (He et al. 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnet101(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet101", num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>The residual network of 152 layers (He et al. 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnet152(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, int width_per_group = 64,
            (bool, bool, bool)? replace_stride_with_dilation = null, Func<int, Module<Tensor, Tensor>>? norm_layer = null,
            string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet152", num_classes, zero_init_residual, groups, width_per_group, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>The residual network of 50 layers with twice the width inside its blocks (Zagoruyko and Komodakis 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet wide_resnet50_2(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, (bool, bool, bool)? replace_stride_with_dilation = null,
            Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet50", num_classes, zero_init_residual, groups, 128, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>The residual network of 101 layers with twice the width inside its blocks (Zagoruyko and Komodakis 2016).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet wide_resnet101_2(int num_classes = 1000, bool zero_init_residual = false, int groups = 1, (bool, bool, bool)? replace_stride_with_dilation = null,
            Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet101", num_classes, zero_init_residual, groups, 128, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>ResNeXt: 50 layers, 32 groups of 4 maps (Xie et al. 2017).</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnext50_32x4d(int num_classes = 1000, bool zero_init_residual = false, (bool, bool, bool)? replace_stride_with_dilation = null,
            Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet50", num_classes, zero_init_residual, 32, 4, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>ResNeXt: 101 layers, 32 groups of 8 maps (Xie et al. 2017); TorchSharp's has 50 layers under this name.</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnext101_32x8d(int num_classes = 1000, bool zero_init_residual = false, (bool, bool, bool)? replace_stride_with_dilation = null,
            Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet101", num_classes, zero_init_residual, 32, 8, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);

        /// <summary>ResNeXt: 101 layers, 64 groups of 4 maps (Xie et al. 2017); TorchSharp's has 50 layers under this name.</summary>
        /// <exception cref="NotSupportedException">Other normalisations, or dilation in place of stride.</exception>
        public static ResNet resnext101_64x4d(int num_classes = 1000, bool zero_init_residual = false, (bool, bool, bool)? replace_stride_with_dilation = null,
            Func<int, Module<Tensor, Tensor>>? norm_layer = null, string? weights_file = null, bool skipfc = true, Device? device = null) =>
            Residual("resnet101", num_classes, zero_init_residual, 64, 4, replace_stride_with_dilation, norm_layer, weights_file, skipfc, device);
    }

    private static Vgg OfColumn(string column, bool batchNorm, int classes, float dropout, string? weights, bool skipfc, Device? device) =>
        SmallLinear(Dropping(new Vgg(Vgg.Column(column), classes, batchNorm), dropout)).Ready("classifier.6", weights, skipfc, device);

    private static ResNet Residual(string name, int classes, bool zeroed, int groups, int groupWidth, (bool, bool, bool)? dilated, Func<int, Module<Tensor, Tensor>>? norm,
        string? weights, bool skipfc, Device? device)
    {
        if (norm is not null || dilated is not null and not (false, false, false))
            throw new NotSupportedException($"{name} has batch normalisation and strides here; for norm_layer or replace_stride_with_dilation write the network in a cell of its own.");
        var model = new ResNet(ResNet.Table1.Single(row => row.Name == name) with { Groups = groups, GroupWidth = groupWidth }, classes);
        var (parameters, last) = (model.named_parameters(), model.modules().OfType<Bottleneck>().Any() ? "bn3.weight" : "bn2.weight");
        if (zeroed)
            foreach (var (key, scale) in parameters.Where(p => p.name.EndsWith(last, StringComparison.Ordinal))) init.zeros_(scale);
        return model.Ready("fc", weights, skipfc, device);
    }

    private static T Dropping<T>(T model, float p) where T : Module
    {
        foreach (var dropout in model.modules().OfType<Dropout>()) dropout.p = p;
        return model;
    }

    private static T SmallLinear<T>(T model) where T : Module
    {
        Draw(model);
        foreach (var linear in model.modules().OfType<Linear>().Where(linear => !linear.weight.is_meta)) init.normal_(linear.weight, 0, 0.01);
        return model;
    }

    private static void Draw(Module model)
    {
        if (!model.parameters().First().is_meta) Initialise.He(model, init.FanInOut.FanOut);
    }

    // From ImageNet's mean and deviation to -1..1.
    private static T Symmetric<T>(T model, bool wanted) where T : Module<Tensor, Tensor>
    {
        if (wanted)
            model.register_forward_pre_hook((_, x) =>
            {
                using var scope = NewDisposeScope();
                var (mean, deviation) = (tensor([0.485f, 0.456f, 0.406f], device: x.device).view(3, 1, 1), tensor([0.229f, 0.224f, 0.225f], device: x.device).view(3, 1, 1));
                return ((x * deviation + mean - 0.5) / 0.5).MoveToOuterDisposeScope();
            });
        return model;
    }

    private static T Ready<T>(this T model, string last, string? weights, bool skipfc, Device? device, string? alsoLast = null, string? unused = null) where T : Module
    {
        if (!string.IsNullOrEmpty(weights))
        {
            using var scope = NewDisposeScope();
            var tensors = WeightFile.Load(weights).Where(entry => unused is null || !entry.Key.StartsWith(unused, StringComparison.Ordinal)).ToDictionary();
            foreach (var (key, own) in model.state_dict())
                if (key.EndsWith(".num_batches_tracked", StringComparison.Ordinal)) tensors.TryAdd(key, own);   // files before 2018 have no such counts
            model.load_state_dict(tensors, skip: skipfc ? [.. new[] { last, alsoLast }.OfType<string>().SelectMany(layer => new[] { layer + ".weight", layer + ".bias" })] : null);
        }
        if (device is not null) model.to(device);
        return model;
    }
}
