using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class ops
    {
        /// <summary>Focal loss (Lin et al. 2017, Eq. 5) on logits.</summary>
        public static Tensor sigmoid_focal_loss(Tensor inputs, Tensor targets, float alpha = 0.25f, float gamma = 2.0f, nn.Reduction reduction = nn.Reduction.None)
        {
            using var scope = NewDisposeScope();
            var p = sigmoid(inputs);
            var crossEntropy = (1 - targets) * inputs + (1 + exp(-abs(inputs))).log() + (-inputs).clamp(0);
            var right = p * targets + (1 - p) * (1 - targets);
            var loss = crossEntropy * (1 - right).pow(gamma);
            if (alpha >= 0) loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss;
            return Reduce(loss, reduction).MoveToOuterDisposeScope();
        }

        public static Tensor generalized_box_iou_loss(Tensor boxes1, Tensor boxes2, nn.Reduction reduction = nn.Reduction.None, double eps = 1e-7)
        {
            using var scope = NewDisposeScope();
            var pair = Pairs(boxes1, boxes2);
            var area = pair.HullW * pair.HullH;
            return Reduce(1 - (pair.Inter / (pair.Union + eps) - (area - pair.Union) / (area + eps)), reduction).MoveToOuterDisposeScope();
        }

        public static Tensor distance_box_iou_loss(Tensor boxes1, Tensor boxes2, nn.Reduction reduction = nn.Reduction.None, double eps = 1e-7)
        {
            using var scope = NewDisposeScope();
            return Reduce(DistanceLoss(Pairs(boxes1, boxes2), eps).Loss, reduction).MoveToOuterDisposeScope();
        }

        public static Tensor complete_box_iou_loss(Tensor boxes1, Tensor boxes2, nn.Reduction reduction = nn.Reduction.None, double eps = 1e-7)
        {
            using var scope = NewDisposeScope();
            var pair = Pairs(boxes1, boxes2);
            var (loss, iou) = DistanceLoss(pair, eps);
            var v = (torch.atan(pair.Size2.W / pair.Size2.H) - torch.atan(pair.Size1.W / pair.Size1.H)).pow(2) * (4 / (Math.PI * Math.PI));
            Tensor alpha;
            using (no_grad()) alpha = v / (1 - iou + v + eps);
            return Reduce(loss + alpha * v, reduction).MoveToOuterDisposeScope();
        }

        private sealed record BoxPairs(Tensor Inter, Tensor Union, Tensor HullW, Tensor HullH, Tensor CentreDistance, (Tensor W, Tensor H) Size1, (Tensor W, Tensor H) Size2);

        // Boxes compared row by row.
        private static BoxPairs Pairs(Tensor boxes1, Tensor boxes2)
        {
            var (x1, y1, x2, y2) = Columns(boxes1.is_floating_point() ? boxes1 : boxes1.to(float32));
            var (x1g, y1g, x2g, y2g) = Columns(boxes2.is_floating_point() ? boxes2 : boxes2.to(float32));
            var inter = (minimum(x2, x2g) - maximum(x1, x1g)).clamp(0) * (minimum(y2, y2g) - maximum(y1, y1g)).clamp(0);
            var union = (x2 - x1) * (y2 - y1) + (x2g - x1g) * (y2g - y1g) - inter;
            var centres = ((x1 + x2 - x1g - x2g) / 2).pow(2) + ((y1 + y2 - y1g - y2g) / 2).pow(2);
            return new(inter, union, maximum(x2, x2g) - minimum(x1, x1g), maximum(y2, y2g) - minimum(y1, y1g), centres, (x2 - x1, y2 - y1), (x2g - x1g, y2g - y1g));
        }

        private static (Tensor Loss, Tensor Iou) DistanceLoss(BoxPairs pair, double eps)
        {
            var iou = pair.Inter / (pair.Union + eps);
            return (1 - iou + pair.CentreDistance / (pair.HullW.pow(2) + pair.HullH.pow(2) + eps), iou);
        }

        private static Tensor Reduce(Tensor loss, nn.Reduction reduction) => reduction switch
        {
            nn.Reduction.Mean => loss.mean(),
            nn.Reduction.Sum => loss.sum(),
            _ => loss,
        };
    }
}
