using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class amp
    {
        /// <summary>Scales losses up so that float16 gradients do not vanish, and skips steps whose gradients overflowed. TorchSharp has no such class.</summary>
        public sealed class GradScaler(double init_scale = 65536.0, double growth_factor = 2.0, double backoff_factor = 0.5, int growth_interval = 2000, bool enabled = true)
        {
            private static readonly Operator unscale = new("_amp_foreach_non_finite_check_and_unscale_");
            private static readonly Operator isFinite = new("isfinite");

            private double factor = init_scale;
            private int steady;
            private readonly Dictionary<optim.Optimizer, Progress> progress = new(ReferenceEqualityComparer.Instance);

            // How far an optimiser is since the last update; a GAN has two with one scaler.
            private sealed class Progress
            {
                internal bool Unscaled, Overflowed, Stepped;
            }

            private Progress Of(optim.Optimizer optimizer) =>
                progress.TryGetValue(optimizer, out var known) ? known : progress[optimizer] = new Progress();

            public bool is_enabled() => enabled;
            public double get_scale() => enabled ? factor : 1.0;

            public Tensor scale(Tensor outputs) => enabled ? outputs.mul(factor) : outputs.alias();

            /// <summary>Divides the gradients by the scale, for instance to clip them before <see cref="step"/>.</summary>
            public void unscale_(optim.Optimizer optimizer)
            {
                if (!enabled) return;
                var state = Of(optimizer);
                if (state.Unscaled) throw new InvalidOperationException("unscale_() has already been called on this optimizer since the last update().");
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                foreach (var group in optimizer.parameters().Select(parameter => parameter.grad).OfType<Tensor>().GroupBy(gradient => gradient.device_type))
                    state.Overflowed |= !Unscale([.. group], group.Key);
                state.Unscaled = true;
            }

            // One kernel for all gradients where there is one; the CPU has none.
            private bool Unscale(Tensor[] gradients, DeviceType device)
            {
                if (device == DeviceType.CUDA)
                {
                    var (found, inverse) = (zeros([1], ScalarType.Float32, gradients[0].device), full([1], 1 / factor, ScalarType.Float32, gradients[0].device));
                    unscale.Run(gradients, found, inverse);
                    return found.item<float>() == 0;
                }
                Foreach.mulNumber_.Run(gradients, 1 / factor);
                return Array.TrueForAll(gradients, gradient => isFinite.Call(gradient).all().item<bool>());
            }

            /// <summary>Steps unless a gradient is infinite or not a number; null then.</summary>
            public Tensor? step(optim.Optimizer optimizer, Func<Tensor>? closure = null)
            {
                if (!enabled) return optimizer.step(closure);
                var state = Of(optimizer);
                if (state.Stepped) throw new InvalidOperationException("step() has already been called since the last update().");
                if (!state.Unscaled) unscale_(optimizer);
                state.Stepped = true;
                return state.Overflowed ? null : optimizer.step(closure);
            }

            /// <summary>Lowers the scale after an overflow, raises it after many steps without one.</summary>
            public void update()
            {
                if (!enabled) return;
                if (progress.Values.Any(state => state.Overflowed))
                {
                    factor *= backoff_factor;
                    steady = 0;
                }
                else if (++steady == growth_interval)
                {
                    factor *= growth_factor;
                    steady = 0;
                }
                progress.Clear();
            }
        }
    }
}
