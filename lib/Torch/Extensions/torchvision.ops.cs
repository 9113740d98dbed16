using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    // torchvision's operators that TorchSharp lacks, under torchvision's names.
    public static partial class ops
    {
        private static readonly Operator roiAlign = new("torchvision::roi_align");
        private static readonly Operator roiPool = new("torchvision::roi_pool");
        private static readonly Operator psRoiAlign = new("torchvision::ps_roi_align");
        private static readonly Operator psRoiPool = new("torchvision::ps_roi_pool");
        private static readonly Operator deformConv2d = new("torchvision::deform_conv2d");

        /// <summary>Non-maximum suppression in each class by itself; rows of the boxes that stay, best score first.</summary>
        /// <param name="idxs">[N], the class of each box.</param>
        public static Tensor batched_nms(Tensor boxes, Tensor scores, Tensor idxs, double iou_threshold)
        {
            if (boxes.numel() == 0) return empty([0], int64, boxes.device);
            using var scope = NewDisposeScope();
            // Classes are moved so far apart that their boxes cannot meet.
            var offsets = idxs.to(boxes.dtype) * (boxes.max() + 1);
            return nms(boxes + offsets.unsqueeze(1), scores, iou_threshold).MoveToOuterDisposeScope();
        }

        /// <summary>Boxes cut off at the edges of an image of (height, width).</summary>
        public static Tensor clip_boxes_to_image(Tensor boxes, (long height, long width) size)
        {
            using var scope = NewDisposeScope();
            var (x1, y1, x2, y2) = Columns(boxes);
            return stack([x1.clamp(0, size.width), y1.clamp(0, size.height), x2.clamp(0, size.width), y2.clamp(0, size.height)], -1).MoveToOuterDisposeScope();
        }

        /// <summary>Rows of the boxes whose sides are both at least <paramref name="min_size"/>.</summary>
        public static Tensor remove_small_boxes(Tensor boxes, double min_size)
        {
            using var scope = NewDisposeScope();
            var (x1, y1, x2, y2) = Columns(boxes);
            return ((x2 - x1) >= min_size).logical_and((y2 - y1) >= min_size).nonzero().squeeze(1).MoveToOuterDisposeScope();
        }

        /// <summary>RoI align (He et al. 2017): [N, C, H, W] and boxes [K, 5] (image, x1, y1, x2, y2) to [K, C, h, w].</summary>
        public static Tensor roi_align(Tensor input, Tensor boxes, (long height, long width) output_size, double spatial_scale = 1.0, long sampling_ratio = -1, bool aligned = false) =>
            TorchvisionLibrary.WithOperators(roiAlign).Call(input, Rois(boxes), spatial_scale, output_size.height, output_size.width, sampling_ratio, aligned);

        public static Tensor roi_align(Tensor input, IList<Tensor> boxes, (long height, long width) output_size, double spatial_scale = 1.0, long sampling_ratio = -1, bool aligned = false)
        {
            using var rois = Rois(boxes);
            return roi_align(input, rois, output_size, spatial_scale, sampling_ratio, aligned);
        }

        /// <summary>RoI pooling (Girshick 2015): the largest value in each of h x w bins of a box.</summary>
        public static Tensor roi_pool(Tensor input, Tensor boxes, (long height, long width) output_size, double spatial_scale = 1.0)
        {
            var (result, argmax) = TorchvisionLibrary.WithOperators(roiPool).Call2(input, Rois(boxes), spatial_scale, output_size.height, output_size.width);
            argmax.Dispose();
            return result;
        }

        public static Tensor roi_pool(Tensor input, IList<Tensor> boxes, (long height, long width) output_size, double spatial_scale = 1.0)
        {
            using var rois = Rois(boxes);
            return roi_pool(input, rois, output_size, spatial_scale);
        }

        /// <summary>Position-sensitive RoI align (Li et al. 2018).</summary>
        public static Tensor ps_roi_align(Tensor input, Tensor boxes, (long height, long width) output_size, double spatial_scale = 1.0, long sampling_ratio = -1)
        {
            var (result, mapping) = TorchvisionLibrary.WithOperators(psRoiAlign).Call2(input, Rois(boxes), spatial_scale, output_size.height, output_size.width, sampling_ratio);
            mapping.Dispose();
            return result;
        }

        /// <summary>Position-sensitive RoI pooling (Dai et al. 2016).</summary>
        public static Tensor ps_roi_pool(Tensor input, Tensor boxes, (long height, long width) output_size, double spatial_scale = 1.0)
        {
            var (result, mapping) = TorchvisionLibrary.WithOperators(psRoiPool).Call2(input, Rois(boxes), spatial_scale, output_size.height, output_size.width);
            mapping.Dispose();
            return result;
        }

        /// <summary>Deformable convolution (Dai et al. 2017; with a mask, Zhu et al. 2019).</summary>
        /// <param name="offset">[N, 2 groups kh kw, H', W'].</param>
        public static Tensor deform_conv2d(Tensor input, Tensor offset, Tensor weight, Tensor? bias = null, (long, long)? stride = null,
            (long, long)? padding = null, (long, long)? dilation = null, Tensor? mask = null)
        {
            using var scope = NewDisposeScope();
            var ((sh, sw), (ph, pw), (dh, dw)) = (stride ?? (1, 1), padding ?? (0, 0), dilation ?? (1, 1));
            var offsetGroups = offset.shape[1] / (2 * weight.shape[2] * weight.shape[3]);
            if (offsetGroups == 0)
                throw new ArgumentException($"offset has {offset.shape[1]} channels; a {weight.shape[2]}x{weight.shape[3]} kernel takes a multiple of {2 * weight.shape[2] * weight.shape[3]}");
            return TorchvisionLibrary.WithOperators(deformConv2d).Call(input, weight, offset,
                mask ?? zeros([input.shape[0], 1], input.dtype, input.device), bias ?? zeros([weight.shape[0]], input.dtype, input.device),
                sh, sw, ph, pw, dh, dw, input.shape[1] / weight.shape[1], offsetGroups, mask is not null).MoveToOuterDisposeScope();
        }

        private static Tensor Rois(Tensor boxes) => boxes.ndim == 2 && boxes.shape[1] == 5 ? boxes
            : throw new ArgumentException($"boxes are [K, 5] (image, x1, y1, x2, y2), or a list of [L, 4] for each image, not [{string.Join(", ", boxes.shape)}]");

        // Boxes of each image with the image's number before them.
        private static Tensor Rois(IList<Tensor> boxes)
        {
            if (boxes.FirstOrDefault(b => b.ndim != 2 || b.shape[1] != 4) is { } bad) throw new ArgumentException($"each image's boxes are [L, 4], not [{string.Join(", ", bad.shape)}]");
            using var scope = NewDisposeScope();
            return cat(boxes.Select((b, image) => cat([full([b.shape[0], 1], image, b.dtype, b.device), b], 1)).ToArray(), 0).MoveToOuterDisposeScope();
        }
    }
}
