using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace CnnCourse.TorchApi.Tests;

/// <summary>torchvision: boxes, transforms, grids.</summary>
public class Vision
{
    [Fact]
    public void Boxes_are_compared_and_converted()
    {
        using var scope = NewDisposeScope();
        var boxes = tensor(new float[,] { { 0, 0, 2, 2 }, { 1, 1, 3, 3 }, { 10, 10, 12, 12 } });
        Assert.Equal([3, 3], ops.box_iou(boxes, boxes).shape);
        Assert.Equal([4f, 4, 4], ops.box_area(boxes).data<float>().ToArray());
        Assert.Equal([3, 3], ops.generalized_box_iou(boxes, boxes).shape);
        Assert.Equal([3, 4], ops.box_convert(boxes, ops.BoxFormats.xyxy, ops.BoxFormats.cxcywh).shape);
        Assert.Equal([1, 4], ops.masks_to_boxes(ones(1, 4, 4)).shape);
        Assert.Equal(1, ops.sigmoid_focal_loss(randn(3, 1), ones(3, 1), alpha: 0.25f, gamma: 2f, reduction: nn.Reduction.Mean).numel());
        Assert.Equal([3], ops.generalized_box_iou_loss(boxes, boxes).shape);
        Assert.Equal([2, 3, 4, 4], ops.stochastic_depth(rand(2, 3, 4, 4), 0.5, StochasticDepth.Mode.Row).shape);
    }

    [Fact]
    public void Transforms_are_composed_and_called()
    {
        using var scope = NewDisposeScope();
        var image = randint(0, 256, [1, 3, 16, 16], dtype: uint8);
        var pipeline = transforms.Compose(transforms.ConvertImageDtype(float32), transforms.Resize(12, 12), transforms.CenterCrop(8), transforms.HorizontalFlip(), transforms.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]));
        Assert.Equal([1, 3, 8, 8], pipeline.call(image).shape);
        var pixels = image.to(float32) / 255;
        ITransform[] random = [transforms.RandomHorizontalFlip(0.5), transforms.RandomVerticalFlip(0.5), transforms.RandomGrayscale(0.5), transforms.ColorJitter(0.2f, 0.2f, 0.2f, 0.1f), transforms.RandomAdjustSharpness(2), transforms.RandomInvert(), transforms.GaussianBlur(3, 1f)];
        Assert.All(random, t => Assert.Equal([1, 3, 16, 16], t.call(pixels).shape));
        Assert.Equal([1, 3, 8, 8], transforms.RandomResizedCrop(8).call(pixels).shape);
        Assert.Equal([1, 3, 20, 20], transforms.Pad([2, 2, 2, 2]).call(pixels).shape);
        Assert.Equal([1, 1, 16, 16], transforms.functional.rgb_to_grayscale(pixels).shape);
        Assert.Equal([1, 3, 16, 16], transforms.functional.rotate(pixels, 30f).shape);
        Assert.Equal([1, 3, 8, 8], transforms.functional.crop(pixels, 0, 0, 8, 8).shape);
    }

    [Fact]
    public void Blocks_are_modules()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 3, 8, 8], ops.DropBlock2d(0.2, 3).call(rand(2, 3, 8, 8)).shape);
        Assert.Equal([2, 3, 4, 8, 8], ops.DropBlock3d(0.2, 3).call(rand([2, 3, 4, 8, 8])).shape);
        Assert.Equal([2, 3, 8, 8], ops.drop_block2d(rand(2, 3, 8, 8), 0.2, 3, training: false).shape);
        Assert.Equal([1, 4, 6, 6, 6], ops.Conv3dNormActivation(3, 4, norm_layer: n => nn.BatchNorm3d(n), activation_layer: inplace => nn.ReLU(inplace)).call(rand([1, 3, 6, 6, 6])).shape);
        Assert.Equal([4, 2, 3], ops.Permute(2, 0, 1).call(rand(2, 3, 4)).shape);
    }

    [Fact]
    public void A_linear_layer_takes_in_its_batch_norm()
    {
        using var scope = NewDisposeScope();
        var (linear, norm) = (nn.Linear(4, 3), nn.BatchNorm1d(3));
        linear.eval();
        norm.eval();
        var x = rand(5, 4);
        Assert.True(nn.utils.fuse_linear_bn_eval(linear, norm).call(x).allclose(norm.call(linear.call(x)), 1e-4, 1e-5));
    }

    [Fact]
    public void Images_are_laid_out_in_a_grid()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([3, 22, 42], torchvision.utils.make_grid(rand(8, 3, 8, 8), nrow: 4).shape);
    }
}
