using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace CnnCourse.Torch.Tests.Vision;

public class OpsTests
{
    private const double Tolerance = 1e-5;

    // The same inputs on both sides: boxes from a formula, features from another.
    private const string Inputs = """
        import torchvision.ops as ops
        k = torch.arange(12.)
        boxes = torch.stack([k * 5 % 17, k * 7 % 13, k * 5 % 17 + 4 + k % 3, k * 7 % 13 + 3 + k % 4], 1)
        a, b = boxes[:5], boxes[5:]
        scores = (k * 7 % 12) / 12
        x = ((torch.arange(2 * 8 * 9 * 10) * 37 % 101) / 101).reshape(2, 8, 9, 10).requires_grad_()
        rois = torch.tensor([[0, 1., 1, 7, 8], [1, 0, 2, 5.5, 6], [1, 3, 3, 9, 7]])

        """;

    private static (Tensor Boxes, Tensor Scores, Tensor X, Tensor Rois) Make()
    {
        var k = arange(12f);
        var (left, top) = ((k * 5).remainder(17), (k * 7).remainder(13));
        var boxes = stack([left, top, left + 4 + k.remainder(3), top + 3 + k.remainder(4)], 1);
        var x = ((arange(2 * 8 * 9 * 10) * 37).remainder(101).to(float32) / 101).reshape([2, 8, 9, 10]).requires_grad_();
        return (boxes, (k * 7).remainder(12) / 12, x, tensor(new[,] { { 0f, 1, 1, 7, 8 }, { 1, 0, 2, 5.5f, 6 }, { 1, 3, 3, 9, 7 } }));
    }

    private static void Compare(System.Text.Json.JsonElement expected, params Tensor[] actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Length);
        for (var k = 0; k < actual.Length; k++) Reference.AssertClose(expected[k].Numbers(), actual[k].Numbers(), Tolerance);
    }

    [Fact]
    public void Boxes_are_measured_as_in_Python()
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run(Inputs + """
            r = [ops.box_area(boxes), ops.box_iou(a, b), ops.generalized_box_iou(a, b), ops.distance_box_iou(a, b), ops.complete_box_iou(a, b),
                 ops.box_convert(boxes, 'xyxy', 'cxcywh'), ops.box_convert(boxes, 'xywh', 'cxcywh'), ops.box_convert(boxes, 'cxcywh', 'xyxy'),
                 ops.clip_boxes_to_image(boxes - 3, (9, 11)), ops.remove_small_boxes(boxes, 5.5), ops.masks_to_boxes(torch.eye(6).reshape(2, 3, 6) > 0)]
            print(json.dumps([flat(t) for t in r]))
            """);
        var (boxes, _, _, _) = Make();
        var (a, b) = (boxes.narrow(0, 0, 5), boxes.narrow(0, 5, 7));
        Compare(expected, ops.box_area(boxes), ops.box_iou(a, b), ops.generalized_box_iou(a, b), ops.distance_box_iou(a, b), ops.complete_box_iou(a, b),
            ops.box_convert(boxes, ops.BoxFormats.xyxy, ops.BoxFormats.cxcywh), ops.box_convert(boxes, ops.BoxFormats.xywh, ops.BoxFormats.cxcywh),
            ops.box_convert(boxes, ops.BoxFormats.cxcywh, ops.BoxFormats.xyxy), ops.clip_boxes_to_image(boxes - 3, (9, 11)), ops.remove_small_boxes(boxes, 5.5),
            ops.masks_to_boxes(eye(6).reshape([2, 3, 6]) > 0));
    }

    [Fact]
    public void Blocks_are_dropped_where_Python_drops_them()
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run(Inputs + """
            torch.manual_seed(3)
            r = [ops.drop_block2d(x, 0.3, 3), ops.drop_block3d(x[None], 0.3, 3), ops.drop_block2d(x, 0.3, 20, training=False)]
            print(json.dumps([flat(t) for t in r]))
            """);
        var (_, _, x, _) = Make();
        manual_seed(3);
        using var module = ops.DropBlock2d(0.3, 3);
        Compare(expected, module.call(x), ops.drop_block3d(x.unsqueeze(0), 0.3, 3), ops.drop_block2d(x, 0.3, 20, training: false));
        module.eval();
        Assert.Equal(x, module.call(x));
        var own = x.detach().clone();
        Assert.Same(own, ops.drop_block2d(own, 0.5, 3, inplace: true));
        Assert.False(own.Equals(x));
        Assert.Throws<ArgumentException>(() => ops.drop_block3d(x, 0.5, 3));
    }

    [Fact]
    public void Suppression_keeps_the_boxes_that_Python_keeps()
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run(Inputs + """
            r = [ops.nms(boxes, scores, 0.1), ops.nms(boxes, scores, 0.5), ops.batched_nms(boxes, scores, k.long() % 2, 0.1)]
            print(json.dumps([flat(t) for t in r]))
            """);
        var (boxes, scores, _, _) = Make();
        Compare(expected, ops.nms(boxes, scores, 0.1), ops.nms(boxes, scores), ops.batched_nms(boxes, scores, arange(12).remainder(2), 0.1));
        Assert.True(expected[0].GetArrayLength() < expected[1].GetArrayLength());
    }

    [Fact]
    public void Regions_are_pooled_as_in_Python_and_so_are_their_gradients()
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run(Inputs + """
            r = [ops.roi_align(x, rois, (3, 2), 0.5, 2, True), ops.roi_align(x, rois, (2, 2)), ops.roi_pool(x, rois, (3, 3)),
                 ops.ps_roi_align(x, rois, (2, 2), 1.0, 2), ops.ps_roi_pool(x, rois, (2, 2)), ops.roi_align(x, [rois[:1, 1:], rois[1:, 1:]], (2, 2))]
            sum((t * t).sum() for t in r).backward()
            print(json.dumps([flat(t) for t in r] + [flat(x.grad)]))
            """);
        var (_, _, x, rois) = Make();
        Tensor[] results =
        [
            ops.roi_align(x, rois, (3, 2), 0.5, 2, true), ops.roi_align(x, rois, (2, 2)), ops.roi_pool(x, rois, (3, 3)), ops.ps_roi_align(x, rois, (2, 2), 1, 2),
            ops.ps_roi_pool(x, rois, (2, 2)), ops.roi_align(x, new[] { rois.narrow(0, 0, 1).narrow(1, 1, 4), rois.narrow(0, 1, 2).narrow(1, 1, 4) }, (2, 2)),
        ];
        results.Select(t => (t * t).sum()).Aggregate((a, b) => a + b).backward();
        Compare(expected, [.. results, x.grad!]);
    }

    [Fact]
    public void Deformable_convolution_is_Pythons()
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run(Inputs + """
            w = ((torch.arange(4 * 8 * 9) * 13 % 29) / 29).reshape(4, 8, 3, 3)
            offset = ((torch.arange(2 * 18 * 5 * 5) * 11 % 23) / 23 - 0.5).reshape(2, 18, 5, 5)
            mask = ((torch.arange(2 * 9 * 5 * 5) * 5 % 7) / 7).reshape(2, 9, 5, 5)
            print(json.dumps([flat(ops.deform_conv2d(x, offset, w, None, 2, 1)), flat(ops.deform_conv2d(x, offset, w, torch.arange(4.), 2, 1, 1, mask))]))
            """);
        var (_, _, x, _) = Make();
        static Tensor Formula(long factor, long modulus, params long[] shape) =>
            ((arange(shape.Aggregate(1L, (a, b) => a * b)) * factor).remainder(modulus).to(float32) / (float)modulus).reshape(shape);
        var (w, offset, mask) = (Formula(13, 29, 4, 8, 3, 3), Formula(11, 23, 2, 18, 5, 5) - 0.5, Formula(5, 7, 2, 9, 5, 5));
        Compare(expected, ops.deform_conv2d(x, offset, w, null, (2, 2), (1, 1)), ops.deform_conv2d(x, offset, w, arange(4f), (2, 2), (1, 1), null, mask));
    }

    [Theory]
    [InlineData(nn.Reduction.None, "none")]
    [InlineData(nn.Reduction.Mean, "mean")]
    [InlineData(nn.Reduction.Sum, "sum")]
    public void Losses_are_Pythons(nn.Reduction reduction, string python)
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Run(Inputs + $"""
            p, q, how = boxes[:6], boxes[6:], '{python}'
            r = [ops.sigmoid_focal_loss(k - 6, (k % 2), reduction=how), ops.generalized_box_iou_loss(p, q, how), ops.distance_box_iou_loss(p, q, how),
                 ops.complete_box_iou_loss(p, q, how)]
            print(json.dumps([flat(t) for t in r]))
            """);
        var (boxes, _, _, _) = Make();
        var (p, q, k) = (boxes.narrow(0, 0, 6), boxes.narrow(0, 6, 6), arange(12f));
        Compare(expected, ops.sigmoid_focal_loss(k - 6, k.remainder(2), reduction: reduction), ops.generalized_box_iou_loss(p, q, reduction),
            ops.distance_box_iou_loss(p, q, reduction), ops.complete_box_iou_loss(p, q, reduction));
    }
}
