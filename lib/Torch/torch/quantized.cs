using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor fake_quantize_per_channel_affine(Tensor input, Tensor scale, Tensor zero_point, int axis, long quant_min, long quant_max) => Aten.fake_quantize_per_channel_affine.Call(input, scale, zero_point, axis, quant_min, quant_max);
    public static Tensor fake_quantize_per_tensor_affine(Tensor input, Tensor scale, Tensor zero_point, long quant_min, long quant_max) => Aten.fake_quantize_per_tensor_affine_tensor_qparams.Call(input, scale, zero_point, quant_min, quant_max);
    public static Tensor quantize_per_tensor(Tensor input, double scale, long zero_point, ScalarType dtype) => Aten.quantize_per_tensor.Call(input, scale, zero_point, dtype);
    public static Tensor quantize_per_channel(Tensor input, Tensor scales, Tensor zero_points, long axis, ScalarType dtype) => Aten.quantize_per_channel.Call(input, scales, zero_points, axis, dtype);
    public static Tensor dequantize(Tensor input) => input.dequantize();
    public static Tensor quantized_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor @var, double eps, double output_scale, long output_zero_point) => Aten.quantized_batch_norm.Call(input, weight, bias, mean, @var, eps, output_scale, output_zero_point);
    public static Tensor quantized_max_pool1d(Tensor input, long[] kernel_size, long[]? stride, long[]? padding, long dilation = 1, bool ceil_mode = false) => Aten.quantized_max_pool1d.Call(input, kernel_size, stride ?? [], padding ?? [0], new[] { dilation }, ceil_mode);
    public static Tensor quantized_max_pool2d(Tensor input, long[] kernel_size, long[]? stride, long[]? padding, long dilation = 1, bool ceil_mode = false) => Aten.quantized_max_pool2d.Call(input, kernel_size, stride ?? [], padding ?? [0], new[] { dilation }, ceil_mode);
}
