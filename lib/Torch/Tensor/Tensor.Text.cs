using System.Collections;
using System.Globalization;
using CnnCourse.Torch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, dtype and device.</summary>
        public override string ToString() => IsInvalid ? "" : TensorPrinter.Metadata(this);

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(torch.TensorStringStyle, fltFormat, width, cultureInfo, newLine) : ToString();

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = torch.TensorStringStyle;
            if (style == TensorStringStyle.Metadata || is_meta) return ToString();
            using var printer = new TensorPrinter(this, fltFormat ?? floatFormat, cultureInfo ?? CultureInfo.CurrentCulture, newLine ?? torch.newLine);
            return style switch
            {
                TensorStringStyle.Julia => printer.Julia(width ?? lineWidth),
                TensorStringStyle.Numpy => printer.Numpy(),
                TensorStringStyle.CSharp => printer.CSharp(),
                _ => throw new ArgumentOutOfRangeException(nameof(style)),
            };
        }

        /// <summary>A Scalar, or lists of lists of them.</summary>
        public object tolist()
        {
            if (ndim == 0) return ToScalar();
            var list = new ArrayList();
            var length = shape[0];
            for (long k = 0; k < length; k++)
            {
                using var item = this[k];
                list.Add(item.tolist());
            }
            return list;
        }
    }
}
