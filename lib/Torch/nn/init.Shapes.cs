using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            private static readonly Operator eyeOut = new("eye", "m_out");
            private static readonly Operator qr = new("linalg_qr");

            /// <summary>Normal, cut off at [a, b]: by inversion, so that no number is drawn twice.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                using var guard = no_grad();
                var (low, high) = (Distribution((a - mean) / std), Distribution((b - mean) / std));
                InPlace.uniform.Run(tensor, 2 * low - 1, 2 * high - 1, generator);
                Aten.erfinv_.Run(tensor);
                InPlace.mulNumber.Run(tensor, std * Math.Sqrt(2.0));
                InPlace.addNumber.Run(tensor, mean);
                return Aten.clamp_.Mutate(tensor, a, b);
            }

            // The standard normal's distribution function; libtorch's erf in double precision is libm's.
            private static double Distribution(double x)
            {
                using var argument = full([], x / Math.Sqrt(2.0), ScalarType.Float64);
                using var value = Aten.erf.Call(argument);
                return (1.0 + value.item<double>()) / 2.0;
            }

            /// <summary>Saxe et al. 2013: rows or columns orthonormal, times the gain; dimensions past the second are flattened.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                var shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException("Only tensors with 2 or more dimensions are supported");
                if (tensor.numel() == 0) return tensor;
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var (rows, columns) = (shape[0], tensor.numel() / shape[0]);
                var drawn = normal_(empty([rows, columns], tensor.dtype, tensor.device));
                var (q, r) = qr.Call2(rows < columns ? drawn.t() : drawn);
                q = q.mul(r.diag(0).sign());   // makes the result uniform over orthogonal matrices
                if (rows < columns) q = q.t();
                InPlace.copy.Run(tensor, q.reshape(shape));
                InPlace.mulNumber.Run(tensor, gain);
                return tensor;
            }

            /// <summary>Martens 2010: normal, with a fraction of each column set to zero.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                var shape = tensor.shape;
                if (shape.Length != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var zeros = (long)Math.Ceiling(sparsity * shape[0]);
                normal_(tensor, 0, std);
                for (long column = 0; column < shape[1]; column++)
                {
                    var rows = randperm(shape[0]).narrow(0, 0, zeros).to(tensor.device);
                    tensor.select(1, column).index_fill_(0, rows, 0);
                }
                return tensor;
            }

            /// <summary>A convolution that hands its input through, for as many channels as there are.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5) throw new ArgumentException("Only tensors with 3, 4, or 5 dimensions are supported");
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                zeros_(tensor);
                for (long channel = 0; channel < Math.Min(shape[0], shape[1]); channel++)
                {
                    var centre = tensor.select(0, channel).select(0, channel);
                    foreach (var length in shape.Skip(2)) centre = centre.select(0, length / 2);
                    InPlace.fill.Run(centre, 1);
                }
                return tensor;
            }

            public static Tensor eye_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                using var guard = no_grad();
                eyeOut.Run(shape[0], shape[1], tensor);
                return tensor;
            }
        }
    }
}
