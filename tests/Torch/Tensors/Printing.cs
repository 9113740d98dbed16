using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using Style = TorchSharp.TensorStringStyle;

namespace CnnCourse.Torch.Tests.Tensors;

public sealed class Printing
{
    private static string Text(Tensor tensor, Style style, int? width = null) =>
        tensor.ToString(style, width: width, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");

    [Fact]
    public void Plain_text_is_shape_type_and_device() =>
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());

    [Fact]
    public void Julia_aligns_columns() =>
        Assert.Equal("[2x3], type = Float32, device = cpu\n   0    1 2.5\n -10 0.25   3\n",
            Text(tensor(new[,] { { 0, 1, 2.5f }, { -10, 0.25f, 3 } }), Style.Julia));

    [Fact]
    public void Julia_names_each_leading_index() =>
        Assert.Equal("[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n",
            Text(arange(4).reshape(2, 1, 2), Style.Julia));

    [Fact]
    public void Julia_cuts_wide_rows() =>
        Assert.Equal("[9], type = Int64, device = cpu\n 0 1 2 ...\n", Text(arange(9), Style.Julia, width: 10));

    [Fact]
    public void Julia_shows_a_number_behind_its_type() =>
        Assert.Equal("[], type = Float64, device = cpu, value = 0.5", Text(tensor(0.5), Style.Julia));

    [Fact]
    public void Numpy_nests_brackets() =>
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", Text(arange(8).reshape(2, 2, 2), Style.Numpy));

    [Fact]
    public void Numpy_leaves_out_the_middle() =>
        Assert.Equal("[0, 1, 2, ... 7, 8, 9]", Text(arange(10), Style.Numpy));

    [Fact]
    public void CSharp_is_an_array_expression() =>
        Assert.Equal("[2x2], type = Float32, device = cpu, value = \nfloat [,] {\n {1f, 2f},\n {3f, 4.5f}\n}",
            Text(tensor(new[,] { { 1, 2 }, { 3, 4.5f } }), Style.CSharp));

    [Fact]
    public void CSharp_of_one_dimension_stands_on_one_line() =>
        Assert.Equal("[2], type = Int64, device = cpu, value = long [] {1L, 2L}", Text(tensor(new[] { 1L, 2 }), Style.CSharp));

    [Theory]
    [InlineData("Bool", "[True, False]")]
    [InlineData("Byte", "[1, 0]")]
    [InlineData("Float16", "[1, 0]")]
    [InlineData("ComplexFloat32", "[1, 0]")]
    public void Every_type_prints(string type, string expected) =>
        Assert.Equal(expected, Text(tensor(new[] { 1, 0 }).to(Enum.Parse<ScalarType>(type)), Style.Numpy));

    [Fact]
    public void Complex_numbers_show_both_parts() =>
        Assert.Equal("[1+2i, 3i]", Text(tensor(new[] { (1f, 2f), (0f, 3f) }), Style.Numpy));

    [Fact]
    public void An_empty_tensor_prints() => Assert.Equal("[]", Text(zeros(0), Style.Numpy));

    [Fact]
    public void A_transposed_view_prints_in_its_own_order() =>
        Assert.Equal("[[0, 2]\n [1, 3]]", Text(arange(4).reshape(2, 2).t(), Style.Numpy));

    [Fact]
    public void Short_names_choose_the_style()
    {
        using var x = tensor(new[] { 1L, 2 });
        Assert.Equal(x.npstr(), x.str(style: numpy));
        Assert.Equal(x.jlstr(), x.str(style: julia));
        Assert.Equal(x.cstr(), x.str(style: csharp));
        Assert.Equal(x.ToString(), x.metastr());
    }
}
