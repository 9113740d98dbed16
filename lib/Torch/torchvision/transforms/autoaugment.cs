using System.Globalization;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Operations and policies of AutoAugment (Cubuk et al. 2019) and its successors.</summary>
    public abstract class autoaugment
    {
        public enum AutoAugmentPolicy
        {
            ImageNet,
            CIFAR10,
            SVHN,
        }

        private protected enum Op
        {
            ShearX, ShearY, TranslateX, TranslateY, Rotate, Brightness, Color, Contrast, Sharpness, Posterize, Solarize, AutoContrast, Equalize, Invert, Identity,
        }

        // Each policy is two operations, with a probability and the number of a magnitude ("-" where there is none).
        private const string ImageNet = """
            Posterize .4 8 Rotate .6 9; Solarize .6 5 AutoContrast .6 -; Equalize .8 - Equalize .6 -; Posterize .6 7 Posterize .6 6;
            Equalize .4 - Solarize .2 4; Equalize .4 - Rotate .8 8; Solarize .6 3 Equalize .6 -; Posterize .8 5 Equalize 1 -;
            Rotate .2 3 Solarize .6 8; Equalize .6 - Posterize .4 6; Rotate .8 8 Color .4 0; Rotate .4 9 Equalize .6 -;
            Equalize 0 - Equalize .8 -; Invert .6 - Equalize 1 -; Color .6 4 Contrast 1 8; Rotate .8 8 Color 1 2;
            Color .8 8 Solarize .8 7; Sharpness .4 7 Invert .6 -; ShearX .6 5 Equalize 1 -; Color .4 0 Equalize .6 -;
            Equalize .4 - Solarize .2 4; Solarize .6 5 AutoContrast .6 -; Invert .6 - Equalize 1 -; Color .6 4 Contrast 1 8;
            Equalize .8 - Equalize .6 -
            """;

        private const string Cifar10 = """
            Invert .1 - Contrast .2 6; Rotate .7 2 TranslateX .3 9; Sharpness .8 1 Sharpness .9 3; ShearY .5 8 TranslateY .7 9;
            AutoContrast .5 - Equalize .9 -; ShearY .2 7 Posterize .3 7; Color .4 3 Brightness .6 7; Sharpness .3 9 Brightness .7 9;
            Equalize .6 - Equalize .5 -; Contrast .6 7 Sharpness .6 5; Color .7 7 TranslateX .5 8; Equalize .3 - AutoContrast .4 -;
            TranslateY .4 3 Sharpness .2 6; Brightness .9 6 Color .2 8; Solarize .5 2 Invert 0 -; Equalize .2 - AutoContrast .6 -;
            Equalize .2 - Equalize .6 -; Color .9 9 Equalize .6 -; AutoContrast .8 - Solarize .2 8; Brightness .1 3 Color .7 0;
            Solarize .4 5 AutoContrast .9 -; TranslateY .9 9 TranslateY .7 9; AutoContrast .9 - Solarize .8 3; Equalize .8 - Invert .1 -;
            TranslateY .7 9 AutoContrast .9 -
            """;

        private const string Svhn = """
            ShearX .9 4 Invert .2 -; ShearY .9 8 Invert .7 -; Equalize .6 - Solarize .6 6; Invert .9 - Equalize .6 -;
            Equalize .6 - Rotate .9 3; ShearX .9 4 AutoContrast .8 -; ShearY .9 8 Invert .4 -; ShearY .9 5 Solarize .2 6;
            Invert .9 - AutoContrast .8 -; Equalize .6 - Rotate .9 3; ShearX .9 4 Solarize .3 3; ShearY .8 8 Invert .7 -;
            Equalize .9 - TranslateY .6 6; Invert .9 - Equalize .6 -; Contrast .3 3 Rotate .8 4; Invert .8 - TranslateY 0 2;
            ShearY .7 6 Solarize .4 8; Invert .6 - Rotate .8 4; ShearY .3 7 TranslateX .9 3; ShearX .1 6 Invert .6 -;
            Solarize .7 2 TranslateY .6 7; ShearY .8 4 Invert .8 -; ShearX .7 9 TranslateY .8 3; ShearY .8 5 AutoContrast .7 -;
            ShearX .7 2 Invert .1 -
            """;

        private protected static (Op Op, double P, int? Magnitude)[][] Policies(AutoAugmentPolicy policy) =>
            (policy switch { AutoAugmentPolicy.ImageNet => ImageNet, AutoAugmentPolicy.CIFAR10 => Cifar10, _ => Svhn })
            .Split(';', StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' ').Chunk(3).Select(word => (Enum.Parse<Op>(word[0]), double.Parse(word[1], CultureInfo.InvariantCulture),
                word[2] == "-" ? (int?)null : int.Parse(word[2], CultureInfo.InvariantCulture))).ToArray()).ToArray();

        /// <summary>The policies as text, one operation a word: what a test compares with Python.</summary>
        internal static string[] Describe(AutoAugmentPolicy policy) =>
            Policies(policy).Select(pair => string.Join(' ', pair.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Op} {o.P} {o.Magnitude}").TrimEnd()))).ToArray();

        /// <summary>The magnitude with a number, of so many, and whether its sign is drawn.</summary>
        private protected static (double Value, bool IsSigned) Magnitude(Op op, int number, int count, double shear, double translateX, double translateY, double rotate, double enhance, double posterizeFrom, double posterizeRange)
        {
            double Linear(double from, double to) => count == 1 ? from : from + (to - from) * number / (count - 1);
            return op switch
            {
                Op.ShearX or Op.ShearY => (Linear(0, shear), true),
                Op.TranslateX => (Linear(0, translateX), true),
                Op.TranslateY => (Linear(0, translateY), true),
                Op.Rotate => (Linear(0, rotate), true),
                Op.Brightness or Op.Color or Op.Contrast or Op.Sharpness => (Linear(0, enhance), true),
                Op.Posterize => (posterizeFrom - Math.Round(number / ((count - 1) / posterizeRange)), false),
                Op.Solarize => (Linear(255, 0), false),
                _ => (0, false),
            };
        }

        private protected static Tensor Apply(Tensor image, Op op, double m, InterpolationMode interpolation, IList<float>? fill)
        {
            float Degrees() => (float)double.RadiansToDegrees(Math.Atan(m));
            float? first = fill is { Count: > 0 } ? fill[0] : null;
            return op switch
            {
                Op.ShearX => F.affine(image, [Degrees(), 0f], interpolation: interpolation, fill: first),
                Op.ShearY => F.affine(image, [0f, Degrees()], interpolation: interpolation, fill: first),
                Op.TranslateX => F.affine(image, translate: [(int)m, 0], interpolation: interpolation, fill: first, shear: null),
                Op.TranslateY => F.affine(image, translate: [0, (int)m], interpolation: interpolation, fill: first, shear: null),
                Op.Rotate => F.rotate(image, (float)m, interpolation, fill: fill),
                Op.Brightness => F.adjust_brightness(image, 1 + m),
                Op.Color => F.adjust_saturation(image, 1 + m),
                Op.Contrast => F.adjust_contrast(image, 1 + m),
                Op.Sharpness => F.adjust_sharpness(image, 1 + m),
                Op.Posterize => F.posterize(image, (int)m),
                Op.Solarize => F.solarize(image, is_floating_point(image.dtype) ? m / 255 : m),
                Op.AutoContrast => F.autocontrast(image),
                Op.Equalize => F.equalize(image),
                Op.Invert => F.invert(image),
                _ => image.alias(),
            };
        }
    }
}
