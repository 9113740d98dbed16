using TorchSharp;
using static CnnCourse.Parity.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace CnnCourse.Parity.Cases;

public sealed class NnPooling : Parity<NnPooling>, ICases
{
    public static IReadOnlyList<ParityCase> Cases { get; } =
    [
        Case("MaxPool1d", "nn.MaxPool1d(3, 2, 1)(x)", x => MaxPool1d(3, 2, 1).call(x), [2, 3, 10]),
        Case("MaxPool2d", "nn.MaxPool2d(2)(x)", x => MaxPool2d(2).call(x), [2, 3, 7, 8]),
        Case("MaxPool2d overlapping", "nn.MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), ceil_mode=True)(x)", x => MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), true).call(x), [2, 3, 8, 8]),
        Case("MaxPool3d", "nn.MaxPool3d(2, ceil_mode=True)(x)", x => MaxPool3d(2, ceil_mode: true).call(x), [2, 2, 5, 4, 4]),
        Case("MaxPool1d with indices", "nn.MaxPool1d(3, return_indices=True)(x)", x => MaxPool1d(3).forward_with_indices(x), [2, 3, 10]),
        Case("MaxPool2d with indices", "nn.MaxPool2d(3, 2, return_indices=True)(x)", x => MaxPool2d(3, 2).forward_with_indices(x), [2, 3, 7, 8]),
        Case("MaxPool3d with indices", "nn.MaxPool3d(2, return_indices=True)(x)", x => MaxPool3d(2).forward_with_indices(x), [2, 2, 4, 4, 4]),
        Case("AvgPool1d", "nn.AvgPool1d(3, 2, 1)(x)", x => AvgPool1d(3, 2, 1).call(x), [2, 3, 10]),
        Case("AvgPool2d", "nn.AvgPool2d(3, 2, 1, count_include_pad=False)(x)", x => AvgPool2d(3, 2, 1, count_include_pad: false).call(x), [2, 3, 7, 8]),
        Case("AvgPool2d with a divisor", "nn.AvgPool2d((2, 3), divisor_override=5)(x)", x => AvgPool2d((2, 3), divisor_override: 5).call(x), [2, 3, 7, 9]),
        Case("AvgPool3d", "nn.AvgPool3d(2)(x)", x => AvgPool3d(2).call(x), [2, 2, 4, 4, 4]),
        Case("AdaptiveAvgPool1d", "nn.AdaptiveAvgPool1d(3)(x)", x => AdaptiveAvgPool1d(3).call(x), [2, 3, 10]),
        Case("AdaptiveAvgPool2d", "nn.AdaptiveAvgPool2d((3, 2))(x)", x => AdaptiveAvgPool2d((3, 2)).call(x), [2, 3, 7, 8]),
        Case("AdaptiveAvgPool3d", "nn.AdaptiveAvgPool3d(2)(x)", x => AdaptiveAvgPool3d(2).call(x), [2, 2, 4, 5, 4]),
        Case("AdaptiveMaxPool1d", "nn.AdaptiveMaxPool1d(3)(x)", x => AdaptiveMaxPool1d(3).call(x), [2, 3, 10]),
        Case("AdaptiveMaxPool2d", "nn.AdaptiveMaxPool2d((3, 2), return_indices=True)(x)", x => AdaptiveMaxPool2d([3, 2]).forward_with_indices(x), [2, 3, 7, 8]),
        Case("AdaptiveMaxPool3d", "nn.AdaptiveMaxPool3d(2)(x)", x => AdaptiveMaxPool3d([2, 2, 2]).call(x), [2, 2, 4, 5, 4]),
        Case("FractionalMaxPool2d", "nn.FractionalMaxPool2d(2, output_ratio=0.6)(x)", x => FractionalMaxPool2d(2, output_ratio: 0.6).call(x), [2, 3, 9, 10]),
        Case("FractionalMaxPool2d with indices", "nn.FractionalMaxPool2d((2, 3), output_size=(4, 5), return_indices=True)(x)", x => FractionalMaxPool2d((2, 3), output_size: (4, 5)).forward_with_indices(x), [2, 3, 9, 10]),
        Case("FractionalMaxPool3d", "nn.FractionalMaxPool3d(2, output_size=3)(x)", x => FractionalMaxPool3d(2, output_size: 3).call(x), [2, 3, 7, 8, 7]),
        Case("LPPool1d", "nn.LPPool1d(2, 3, 2)(x)", x => LPPool1d(2, 3, 2).call(x), [2, 3, 10]),
        Case("LPPool2d", "nn.LPPool2d(3, 2)(x)", x => LPPool2d(3, 2).call(x), Input.In(0.1, 2, 2, 3, 6, 8)),
        Case("MaxUnpool1d", "v, i = F.max_pool1d(x, 2, return_indices=True); out = nn.MaxUnpool1d(2)(v, i)", x => MaxPool1d(2).forward_with_indices(x) is var (v, i) ? MaxUnpool1d(2).call(v, i) : null, [2, 3, 10]),
        Case("MaxUnpool2d", "v, i = F.max_pool2d(x, 2, return_indices=True); out = nn.MaxUnpool2d(2)(v, i, output_size=[7, 9])", x => MaxPool2d(2).forward_with_indices(x) is var (v, i) ? MaxUnpool2d(2).call(v, i, [7, 9]) : null, [2, 3, 7, 9]),
        Case("MaxUnpool3d", "v, i = F.max_pool3d(x, 2, return_indices=True); out = nn.MaxUnpool3d(2)(v, i)", x => MaxPool3d(2).forward_with_indices(x) is var (v, i) ? MaxUnpool3d(2).call(v, i) : null, [2, 2, 4, 4, 4]),
        Case("BatchNorm1d", "trained(nn.BatchNorm1d(5), x)", x => Trained(BatchNorm1d(5), x), [6, 5]),
        Case("BatchNorm1d of sequences", "trained(nn.BatchNorm1d(5, momentum=0.3), x)", x => Trained(BatchNorm1d(5, momentum: 0.3), x), [4, 5, 3]),
        Case("BatchNorm2d", "trained(nn.BatchNorm2d(3), x)", x => Trained(BatchNorm2d(3), x), [4, 3, 5, 5]),
        Case("BatchNorm2d in evaluation", "trained(nn.BatchNorm2d(3).eval(), x)", x => Trained(Evaluated(BatchNorm2d(3)), x), [4, 3, 5, 5]),
        Case("BatchNorm2d without statistics", "trained(nn.BatchNorm2d(3, affine=False, track_running_stats=False), x)", x => Trained(BatchNorm2d(3, affine: false, track_running_stats: false), x), [4, 3, 5, 5]),
        Case("BatchNorm3d", "trained(nn.BatchNorm3d(2), x)", x => Trained(BatchNorm3d(2), x), [3, 2, 3, 4, 4]),
        Case("InstanceNorm1d", "trained(nn.InstanceNorm1d(3, affine=True), x)", x => Trained(InstanceNorm1d(3, affine: true), x), [2, 3, 8]),
        Case("InstanceNorm2d", "trained(nn.InstanceNorm2d(3, affine=True, track_running_stats=True), x)", x => Trained(InstanceNorm2d(3, affine: true, track_running_stats: true), x), [2, 3, 5, 5]),
        Case("InstanceNorm3d", "nn.InstanceNorm3d(2)(x)", x => InstanceNorm3d(2).call(x), [2, 2, 3, 4, 4]),
        Case("GroupNorm", "trained(nn.GroupNorm(2, 6), x)", x => Trained(GroupNorm(2, 6), x), [2, 6, 4, 4]),
        Case("LayerNorm", "trained(nn.LayerNorm((4, 5)), x)", x => Trained(LayerNorm([4, 5]), x), [3, 4, 5]),
        Case("LocalResponseNorm", "nn.LocalResponseNorm(5, alpha=0.1, beta=0.6, k=2.0)(x)", x => LocalResponseNorm(5, 0.1, 0.6, 2.0).call(x), [2, 7, 4, 5]),
        Case("LocalResponseNorm of an even size", "nn.LocalResponseNorm(4)(x)", x => LocalResponseNorm(4).call(x), [2, 7, 5]),
        Case("ConstantPad1d", "nn.ConstantPad1d((1, 2), 0.5)(x)", x => ConstantPad1d((1, 2), 0.5).call(x), [2, 3, 4]),
        Case("ConstantPad2d", "nn.ConstantPad2d((1, 2, 0, 1), -1)(x)", x => ConstantPad2d((1, 2, 0, 1), -1).call(x), [2, 3, 4, 4]),
        Case("ConstantPad3d", "nn.ConstantPad3d(1, 2)(x)", x => ConstantPad3d(1, 2).call(x), [1, 2, 3, 3, 3]),
        Case("ReflectionPad1d", "nn.ReflectionPad1d(2)(x)", x => ReflectionPad1d(2).call(x), [2, 3, 4]),
        Case("ReflectionPad2d", "nn.ReflectionPad2d((1, 2, 0, 1))(x)", x => ReflectionPad2d((1, 2, 0, 1)).call(x), [2, 3, 4, 4]),
        Case("ReflectionPad3d", "nn.ReflectionPad3d(1)(x)", x => ReflectionPad3d(1).call(x), [1, 2, 3, 3, 3]),
        Case("ReplicationPad1d", "nn.ReplicationPad1d((3, 1))(x)", x => ReplicationPad1d((3, 1)).call(x), [2, 3, 4]),
        Case("ReplicationPad2d", "nn.ReplicationPad2d(2)(x)", x => ReplicationPad2d(2).call(x), [2, 3, 4, 4]),
        Case("ReplicationPad3d", "nn.ReplicationPad3d((1, 0, 2, 1, 0, 1))(x)", x => ReplicationPad3d((1, 0, 2, 1, 0, 1)).call(x), [1, 2, 3, 3, 3]),
        Case("ZeroPad2d", "nn.ZeroPad2d((1, 2, 0, 1))(x)", x => ZeroPad2d((1, 2, 0, 1)).call(x), [2, 3, 4, 4]),
        Case("circular pad", "F.pad(x, (1, 2), mode='circular')", x => F.pad(x, (1, 2), PaddingModes.Circular), [2, 3, 4]),
        Case("Upsample nearest", "nn.Upsample(scale_factor=2)(x)", x => Upsample(scale_factor: [2]).call(x), [2, 3, 4, 5]),
        Case("Upsample nearest to a size", "nn.Upsample(size=(7, 9))(x)", x => Upsample([7, 9]).call(x), [2, 3, 4, 5]),
        Case("Upsample linear", "nn.Upsample(scale_factor=1.7, mode='linear')(x)", x => Upsample(scale_factor: [1.7], mode: UpsampleMode.Linear).call(x), [2, 3, 6]),
        Case("Upsample bilinear", "nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)(x)", x => Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear, align_corners: true).call(x), [2, 3, 4, 5]),
        Case("interpolate bicubic", "F.interpolate(x, size=(7, 3), mode='bicubic')", x => F.interpolate(x, [7, 3], mode: InterpolationMode.Bicubic), [2, 3, 4, 5]),
        Case("interpolate trilinear", "F.interpolate(x, scale_factor=1.5, mode='trilinear')", x => F.interpolate(x, scale_factor: [1.5], mode: InterpolationMode.Trilinear), [1, 2, 4, 4, 4]),
        Case("interpolate area", "F.interpolate(x, scale_factor=0.6, mode='area')", x => F.interpolate(x, scale_factor: [0.6], mode: InterpolationMode.Area), [2, 3, 7, 8]),
        Case("interpolate nearest exact", "F.interpolate(x, scale_factor=1.6, mode='nearest-exact')", x => F.interpolate(x, scale_factor: [1.6], mode: InterpolationMode.NearestExact), [2, 3, 4, 5]),
        Case("interpolate with a factor anew", "F.interpolate(x, scale_factor=1.6, mode='bilinear', recompute_scale_factor=True)", x => F.interpolate(x, scale_factor: [1.6], mode: InterpolationMode.Bilinear, recompute_scale_factor: true), [2, 3, 4, 5]),
        Case("interpolate smoothed", "F.interpolate(x, size=(3, 4), mode='bilinear', antialias=True)", x => F.interpolate(x, [3, 4], mode: InterpolationMode.Bilinear, antialias: true), [2, 3, 8, 9]),
        Case("gradient of nearest upsampling", "torch.ops.aten.upsample_nearest2d_backward(x, [6, 8], [2, 3, 3, 4])", x => F.upsample_nearest2d_backward(x, [2, 3, 3, 4]), [2, 3, 6, 8], grad: false),
        Case("gradient of nearest upsampling in one dimension", "torch.ops.aten.upsample_nearest1d_backward(x, [8], [2, 3, 4])", x => F.upsample_nearest1d_backward(x, null, 4, null), [2, 3, 8], grad: false),
        Case("grid_sample", "F.grid_sample(x, y, align_corners=False)", (x, y) => F.grid_sample(x, y), [2, 3, 5, 6], Input.In(-1.2, 1.2, 2, 4, 4, 2)),
        Case("grid_sample at the border", "F.grid_sample(x, y, padding_mode='border', align_corners=True)", (x, y) => F.grid_sample(x, y, padding_mode: GridSamplePaddingMode.Border, align_corners: true), [2, 3, 5, 6], Input.In(-1.2, 1.2, 2, 4, 4, 2)),
        Case("grid_sample reflected", "F.grid_sample(x, y, padding_mode='reflection', align_corners=False)", (x, y) => F.grid_sample(x, y, padding_mode: GridSamplePaddingMode.Reflection), [2, 3, 5, 6], Input.In(-1.2, 1.2, 2, 4, 4, 2)),
        Case("grid_sample nearest", "F.grid_sample(x, y, mode='nearest', align_corners=False)", (x, y) => F.grid_sample(x, y, GridSampleMode.Nearest), [2, 3, 5, 6], Input.In(-1.2, 1.2, 2, 4, 4, 2)),
        Case("affine_grid", "F.affine_grid(x, [2, 3, 4, 5], align_corners=False)", x => F.affine_grid(x, [2, 3, 4, 5]), [2, 2, 3]),
    ];

    private static Module<Tensor, Tensor> Evaluated(Module<Tensor, Tensor> module)
    {
        module.eval();
        return module;
    }
}
