using CnnCourse.Torch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);
        public static Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);
        public static AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        public static FeatureAlphaDropout FeatureAlphaDropout(double p, bool inplace) => new(p, inplace);
        public static FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5) => new(p, false);

        public static partial class functional
        {
            private static readonly Operator dropoutOp = new("dropout");
            private static readonly Operator dropoutInPlaceOp = new("dropout_");
            private static readonly Operator alphaDropoutOp = new("alpha_dropout");
            private static readonly Operator alphaDropoutInPlaceOp = new("alpha_dropout_");
            private static readonly Operator featureDropoutOp = new("feature_dropout");
            private static readonly Operator featureDropoutInPlaceOp = new("feature_dropout_");
            private static readonly Operator featureAlphaDropoutOp = new("feature_alpha_dropout");
            private static readonly Operator featureAlphaDropoutInPlaceOp = new("feature_alpha_dropout_");

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? dropoutInPlaceOp : dropoutOp).Call(input, p, training);

            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Batched(input, 3, x => (inplace ? featureDropoutInPlaceOp : featureDropoutOp).Call(x, p, training));

            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? featureDropoutInPlaceOp : featureDropoutOp).Call(input, p, training);

            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Batched(input, 5, x => (inplace ? featureDropoutInPlaceOp : featureDropoutOp).Call(x, p, training));

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? alphaDropoutInPlaceOp : alphaDropoutOp).Call(input, p, training);

            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? featureAlphaDropoutInPlaceOp : featureAlphaDropoutOp).Call(input, p, training);

            // A single sample goes through as a batch of one.
            private static Tensor Batched(Tensor input, int dimensions, Func<Tensor, Tensor> run)
            {
                if (input.ndim == dimensions) return run(input);
                using var batch = input.unsqueeze(0);
                using var result = run(batch);
                return result.squeeze(0);
            }
        }
    }
}
