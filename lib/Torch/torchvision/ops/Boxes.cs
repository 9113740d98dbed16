using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Operators on boxes and regions. A box is (x1, y1, x2, y2) unless it says otherwise.</summary>
    public static partial class ops
    {
        private static readonly Operator nmsOp = new("torchvision::nms");

        public enum BoxFormats
        {
            xyxy,
            xywh,
            cxcywh,
        }

        /// <summary>Non-maximum suppression: rows of the boxes that stay, best score first.</summary>
        /// <param name="boxes">[N, 4].</param>
        public static Tensor nms(Tensor boxes, Tensor scores, double iou_threshold = 0.5) =>
            TorchvisionLibrary.WithOperators(nmsOp).Call(boxes, scores, iou_threshold);

        public static Tensor box_convert(Tensor boxes, BoxFormats in_fmt, BoxFormats out_fmt)
        {
            if (in_fmt == out_fmt) return boxes.clone();
            using var scope = NewDisposeScope();
            var corners = in_fmt switch { BoxFormats.xywh => FromCorner(boxes), BoxFormats.cxcywh => FromCentre(boxes), _ => boxes };
            return (out_fmt switch { BoxFormats.xywh => ToCorner(corners), BoxFormats.cxcywh => ToCentre(corners), _ => corners }).MoveToOuterDisposeScope();
        }

        public static Tensor box_area(Tensor boxes)
        {
            using var scope = NewDisposeScope();
            var (x1, y1, x2, y2) = Columns(_upcast(boxes));
            return ((x2 - x1) * (y2 - y1)).MoveToOuterDisposeScope();
        }

        /// <summary>Intersection over union of every pair, [N, M].</summary>
        public static Tensor box_iou(Tensor boxes1, Tensor boxes2)
        {
            using var scope = NewDisposeScope();
            var (inter, union) = InterUnion(boxes1, boxes2);
            return (inter / union).MoveToOuterDisposeScope();
        }

        public static Tensor generalized_box_iou(Tensor boxes1, Tensor boxes2)
        {
            using var scope = NewDisposeScope();
            var (inter, union) = InterUnion(boxes1, boxes2);
            var (w, h) = Hull(boxes1, boxes2);
            var area = w.clamp(0) * h.clamp(0);
            return (inter / union - (area - union) / area).MoveToOuterDisposeScope();
        }

        public static Tensor distance_box_iou(Tensor boxes1, Tensor boxes2, double eps = 1e-7)
        {
            using var scope = NewDisposeScope();
            return Distance(_upcast(boxes1), _upcast(boxes2), eps).Diou.MoveToOuterDisposeScope();
        }

        public static Tensor complete_box_iou(Tensor boxes1, Tensor boxes2, double eps = 1e-7)
        {
            using var scope = NewDisposeScope();
            (boxes1, boxes2) = (_upcast(boxes1), _upcast(boxes2));
            var (diou, iou) = Distance(boxes1, boxes2, eps);
            var (x1, y1, x2, y2) = Columns(boxes1.unsqueeze(1));
            var (x1g, y1g, x2g, y2g) = Columns(boxes2);
            var angle = torch.atan((x2 - x1) / (y2 - y1)) - torch.atan((x2g - x1g) / (y2g - y1g));
            var v = angle.pow(2) * (4 / (Math.PI * Math.PI));
            Tensor alpha;
            using (no_grad()) alpha = v / (1 - iou + v + eps);
            return (diou - alpha * v).MoveToOuterDisposeScope();
        }

        /// <summary>The box around each mask: [N, H, W] to [N, 4].</summary>
        public static Tensor masks_to_boxes(Tensor masks)
        {
            if (masks.ndim != 3) throw new ArgumentException($"masks are [N, H, W], not [{string.Join(", ", masks.shape)}]");
            using var scope = NewDisposeScope();
            if (masks.numel() == 0) return zeros([0, 4], float32, masks.device).MoveToOuterDisposeScope();
            var boxes = masks.unbind(0).Select(mask =>
            {
                var places = mask.nonzero();
                var (low, high) = (places.amin([0L]), places.amax([0L]));
                return stack([low.select(0, 1), low.select(0, 0), high.select(0, 1), high.select(0, 0)]);
            });
            return stack(boxes).to(float32).MoveToOuterDisposeScope();
        }

        private static (Tensor, Tensor, Tensor, Tensor) Columns(Tensor boxes) => (boxes.select(-1, 0), boxes.select(-1, 1), boxes.select(-1, 2), boxes.select(-1, 3));

        private static (Tensor Inter, Tensor Union) InterUnion(Tensor boxes1, Tensor boxes2)
        {
            var (area1, area2) = (box_area(boxes1), box_area(boxes2));
            var (x1, y1, x2, y2) = Columns(boxes1.unsqueeze(1));
            var (x1g, y1g, x2g, y2g) = Columns(boxes2);
            var inter = _upcast(minimum(x2, x2g) - maximum(x1, x1g)).clamp(0) * _upcast(minimum(y2, y2g) - maximum(y1, y1g)).clamp(0);
            return (inter, area1.unsqueeze(1) + area2 - inter);
        }

        // Width and height of the smallest box around each pair.
        private static (Tensor W, Tensor H) Hull(Tensor boxes1, Tensor boxes2)
        {
            var (x1, y1, x2, y2) = Columns(boxes1.unsqueeze(1));
            var (x1g, y1g, x2g, y2g) = Columns(boxes2);
            return (_upcast(maximum(x2, x2g) - minimum(x1, x1g)), _upcast(maximum(y2, y2g) - minimum(y1, y1g)));
        }

        private static (Tensor Diou, Tensor Iou) Distance(Tensor boxes1, Tensor boxes2, double eps)
        {
            var iou = box_iou(boxes1, boxes2);
            var (w, h) = Hull(boxes1, boxes2);
            var diagonal = w.clamp(0).pow(2) + h.clamp(0).pow(2) + eps;
            var (x1, y1, x2, y2) = Columns(boxes1.unsqueeze(1));
            var (x1g, y1g, x2g, y2g) = Columns(boxes2);
            var centres = ((x1 + x2 - x1g - x2g) / 2).pow(2) + ((y1 + y2 - y1g - y2g) / 2).pow(2);
            return (iou - centres / diagonal, iou);
        }

        private static Tensor FromCorner(Tensor boxes)
        {
            var (x, y, w, h) = Columns(boxes);
            return stack([x, y, x + w, y + h], -1);
        }

        private static Tensor FromCentre(Tensor boxes)
        {
            var (cx, cy, w, h) = Columns(boxes);
            return stack([cx - w * 0.5, cy - h * 0.5, cx + w * 0.5, cy + h * 0.5], -1);
        }

        private static Tensor ToCorner(Tensor boxes)
        {
            var (x1, y1, x2, y2) = Columns(boxes);
            return stack([x1, y1, x2 - x1, y2 - y1], -1);
        }

        private static Tensor ToCentre(Tensor boxes)
        {
            var (x1, y1, x2, y2) = Columns(boxes);
            return stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], -1);
        }

        // Differences and products of small types would overflow.
        internal static Tensor _upcast(Tensor t) => t.dtype switch
        {
            ScalarType.BFloat16 or ScalarType.Float16 => t.to(float32),
            ScalarType.Bool or ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 => t.to(int32),
            _ => t.alias(),
        };
    }
}
