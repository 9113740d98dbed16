using CnnCourse.Torch;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            private static readonly Operator gridSampler = new("grid_sampler");

            /// <summary>Rotates, moves, scales and shears about the centre.</summary>
            /// <param name="angle">Degrees, clockwise.</param>
            /// <param name="shear">Degrees along x and y.</param>
            public static Tensor affine(Tensor img, IList<float>? shear = null, float angle = 0.0f, IList<int>? translate = null, float scale = 1.0f,
                InterpolationMode interpolation = InterpolationMode.Nearest, float? fill = null)
            {
                var (sx, sy) = shear is null ? (0f, 0f) : (shear[0], shear.Count > 1 ? shear[1] : shear[0]);
                var (tx, ty) = translate is null ? (0, 0) : (translate[0], translate[1]);
                var matrix = InverseAffine((0, 0), angle, (tx, ty), scale, (sx, sy));
                return Warp(img, matrix, img.size(-1), img.size(-2), interpolation, fill is { } f ? [f] : null);
            }

            public static Tensor affine(Tensor img, float shear, float angle = 0.0f, IList<int>? translate = null, float scale = 1.0f,
                InterpolationMode interpolation = InterpolationMode.Nearest, float? fill = null) =>
                affine(img, [shear, 0f], angle, translate, scale, interpolation, fill);

            /// <summary>Rotates anticlockwise by degrees, about the image's centre if no other is given.</summary>
            public static Tensor rotate(Tensor img, float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false,
                (int, int)? center = null, IList<float>? fill = null)
            {
                var (w, h) = (img.size(-1), img.size(-2));
                var pivot = center is { } c ? (c.Item1 - w * 0.5, c.Item2 - h * 0.5) : (0.0, 0.0);
                var matrix = InverseAffine(pivot, -angle, (0, 0), 1, (0, 0));
                var (ow, oh) = expand ? ExpandedSize(matrix, w, h) : (w, h);
                return Warp(img, matrix, ow, oh, interpolation, fill);
            }

            /// <summary>Moves four points of the image to four others, and the rest along with them.</summary>
            public static Tensor perspective(Tensor img, IList<IList<int>> startpoints, IList<IList<int>> endpoints,
                InterpolationMode interpolation = InterpolationMode.Bilinear, IList<float>? fill = null)
            {
                using var scope = NewDisposeScope();
                var c = PerspectiveCoefficients(startpoints, endpoints);
                var (w, h, type) = (img.size(-1), img.size(-2), FloatType(img));
                var points = Points(w, h, 0.5, 0.5, type, img.device);
                var numerator = points.matmul(tensor([c[0] / (0.5 * w), c[3] / (0.5 * h), c[1] / (0.5 * w), c[4] / (0.5 * h), c[2] / (0.5 * w), c[5] / (0.5 * h)]).reshape([3, 2]).to(type).to(img.device));
                var denominator = points.matmul(tensor([c[6], c[7], 1]).reshape([3, 1]).to(type).to(img.device));
                return Sample(img, (numerator / denominator - 1).reshape([1, h, w, 2]), interpolation, fill).MoveToOuterDisposeScope();
            }

            private static ScalarType FloatType(Tensor image) => is_floating_point(image.dtype) ? image.dtype : float32;

            // Rows (x, y, 1) of every pixel's centre, line by line.
            private static Tensor Points(long w, long h, double left, double top, ScalarType type, Device device)
            {
                var x = linspace(left, left + w - 1, w, type, device).unsqueeze(0).expand([h, w]);
                var y = linspace(top, top + h - 1, h, type, device).unsqueeze(1).expand([h, w]);
                return stack([x, y, ones_like(x)], -1).reshape([h * w, 3]);
            }

            private static Tensor Warp(Tensor image, double[] matrix, long ow, long oh, InterpolationMode interpolation, IList<float>? fill)
            {
                using var scope = NewDisposeScope();
                var (w, h, type) = (image.size(-1), image.size(-2), FloatType(image));
                double[] scaled = [matrix[0] / (0.5 * w), matrix[3] / (0.5 * h), matrix[1] / (0.5 * w), matrix[4] / (0.5 * h), matrix[2] / (0.5 * w), matrix[5] / (0.5 * h)];
                var theta = tensor(scaled).reshape([3, 2]).to(type).to(image.device);
                var grid = Points(ow, oh, 0.5 - ow * 0.5, 0.5 - oh * 0.5, type, image.device).matmul(theta).reshape([1, oh, ow, 2]);
                return Sample(image, grid, interpolation, fill).MoveToOuterDisposeScope();
            }

            // Where the grid leaves the image, a channel of ones becomes less than one: there the fill shows.
            private static Tensor Sample(Tensor image, Tensor grid, InterpolationMode interpolation, IList<float>? fill)
            {
                if (interpolation is not (InterpolationMode.Nearest or InterpolationMode.Bilinear)) throw new ArgumentException($"pixels are sampled Nearest or Bilinear, not {interpolation}");
                var nearest = interpolation == InterpolationMode.Nearest;
                return OnFloatBatch(image, batch =>
                {
                    var places = grid.to(batch.dtype).expand([batch.size(0), grid.size(1), grid.size(2), 2]);
                    if (fill is null) return Sampled(batch);
                    var sampled = Sampled(cat([batch, ones_like(batch.narrow(1, 0, 1))], 1));
                    var (colours, mask) = (sampled.narrow(1, 0, batch.size(1)), sampled.narrow(1, batch.size(1), 1));
                    var background = tensor(fill.ToArray()).to(batch.dtype).to(batch.device).reshape([1, fill.Count, 1, 1]);
                    return nearest ? where(mask < 0.5, background, colours) : colours * mask + (1 - mask) * background;

                    Tensor Sampled(Tensor t) => gridSampler.Call(t, places, nearest ? 1L : 0L, 0L, false);
                });
            }

            private static double[] InverseAffine((double X, double Y) centre, double angle, (double X, double Y) move, double scale, (double X, double Y) shear)
            {
                var (rotation, sx, sy) = (double.DegreesToRadians(angle), double.DegreesToRadians(shear.X), double.DegreesToRadians(shear.Y));
                var a = Math.Cos(rotation - sy) / Math.Cos(sy);
                var b = -Math.Cos(rotation - sy) * Math.Tan(sx) / Math.Cos(sy) - Math.Sin(rotation);
                var c = Math.Sin(rotation - sy) / Math.Cos(sy);
                var d = -Math.Sin(rotation - sy) * Math.Tan(sx) / Math.Cos(sy) + Math.Cos(rotation);
                double[] m = [d / scale, -b / scale, 0, -c / scale, a / scale, 0];
                m[2] = m[0] * (-centre.X - move.X) + m[1] * (-centre.Y - move.Y) + centre.X;
                m[5] = m[3] * (-centre.X - move.X) + m[4] * (-centre.Y - move.Y) + centre.Y;
                return m;
            }

            // The box around the turned corners, in whole pixels.
            private static (long W, long H) ExpandedSize(double[] m, long w, long h)
            {
                (double X, double Y)[] corners = [(-0.5 * w, -0.5 * h), (-0.5 * w, 0.5 * h), (0.5 * w, 0.5 * h), (0.5 * w, -0.5 * h)];
                return (Extent(corners.Select(p => m[0] * p.X + m[1] * p.Y + m[2] + w * 0.5)), Extent(corners.Select(p => m[3] * p.X + m[4] * p.Y + m[5] + h * 0.5)));

                static long Extent(IEnumerable<double> values)
                {
                    const double tolerance = 1e-4;
                    var list = values.ToList();
                    return (long)(Math.Ceiling(Math.Truncate(list.Max() / tolerance) * tolerance) - Math.Floor(Math.Truncate(list.Min() / tolerance) * tolerance));
                }
            }

            // Eight equations, two for each pair of points; least squares where there are more.
            private static double[] PerspectiveCoefficients(IList<IList<int>> startpoints, IList<IList<int>> endpoints)
            {
                if (startpoints.Count != endpoints.Count || startpoints.Count < 4) throw new ArgumentException($"{startpoints.Count} start points and {endpoints.Count} end points were given; four of each are needed");
                var rows = startpoints.Zip(endpoints).SelectMany(pair =>
                {
                    var (s, e) = pair;
                    return new double[][] { [e[0], e[1], 1, 0, 0, 0, -s[0] * e[0], -s[0] * e[1]], [0, 0, 0, e[0], e[1], 1, -s[1] * e[0], -s[1] * e[1]] };
                });
                using var scope = NewDisposeScope();
                var a = tensor(rows.SelectMany(row => row).ToArray()).reshape([-1, 8]);
                var b = tensor(startpoints.SelectMany(s => new double[] { s[0], s[1] }).ToArray()).reshape([-1, 1]);
                return new Operator("linalg_lstsq").CallMany(a, b)[0]!.reshape([8]).data<double>().ToArray();
            }
        }
    }
}
