using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public enum GridSampleMode
    {
        Nearest = 0,
        Bilinear = 2,
    }

    public enum GridSamplePaddingMode
    {
        Zeros = 0,
        Reflection = 1,
        Border = 2,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator gridSamplerOp = new("grid_sampler");
            private static readonly Operator affineGridOp = new("affine_grid_generator");

            /// <summary>Samples images [N, C, H, W] at the places of a grid [N, H', W', 2], whose (x, y) go from -1 to 1.</summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                // The operator's own numbers: 0 bilinear, 1 nearest; 0 zeros, 1 border, 2 reflection.
                var padding = padding_mode switch { GridSamplePaddingMode.Border => 1, GridSamplePaddingMode.Reflection => 2, _ => 0 };
                return gridSamplerOp.Call(input, grid, mode == GridSampleMode.Nearest ? 1 : 0, padding, align_corners ?? false);
            }

            /// <summary>The grid of affine maps [N, 2, 3] over an output of a given size [N, C, H, W].</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                affineGridOp.Call(theta, size ?? throw new ArgumentNullException(nameof(size), "affine_grid needs the output's size, for instance [N, C, H, W]."), align_corners);
        }
    }
}
