using CnnCourse.Arithmetic;
using CnnCourse.Models;

namespace CnnCourse.Tests.Arithmetic;

/// <summary>LeCun et al. 1998, section II-B, states these counts.</summary>
public class LeNet5CountsTests
{
    private static readonly LayerTable Paper = LayerTable.Of(() => ModelZoo.Create("lenet5_paper"), 1, 32, 32);

    [Theory]
    [InlineData("C1", "6x28x28", 156, 122_304)]
    [InlineData("S2", "6x14x14", 12, 5_880)]
    [InlineData("C3", "16x10x10", 1_516, 151_600)]
    [InlineData("S4", "16x5x5", 32, 2_000)]
    [InlineData("C5", "120x1x1", 48_120, 48_120)]
    [InlineData("F6", "84", 10_164, 10_164)]
    [InlineData("Output", "10", 0, 840)]
    public void Each_layer_has_the_papers_parameters_and_connections(string layer, string output, long parameters, long connections)
    {
        var row = Paper[layer];
        Assert.Equal((output, parameters, connections), (row.OutputText, row.Params, row.Connections));
    }

    [Fact]
    public void The_network_has_60000_parameters_and_340908_connections() =>
        Assert.Equal((60_000L, 340_908L), (Paper.Total.Params, Paper.Total.Connections));

    [Theory]   // by hand: 5, +1·1, +4·2, +1·2, +4·4
    [InlineData("C1", 5, 1)]
    [InlineData("S2", 6, 2)]
    [InlineData("C3", 14, 2)]
    [InlineData("S4", 16, 4)]
    [InlineData("C5", 32, 4)]
    [InlineData("Output", 32, 4)]
    public void Receptive_fields_follow_the_recurrence(string layer, double size, double stride) =>
        Assert.Equal((size, stride), (Paper[layer].Field.Size, Paper[layer].Field.Stride));

    [Theory]
    [InlineData("lenet5")]
    [InlineData("lenet5_paper")]
    public void Totals_equal_the_sums_over_the_real_tensors(string name)
    {
        using var model = ModelZoo.Create(name);
        var table = LayerTable.Of(() => ModelZoo.Create(name), 1, 32, 32);
        Assert.Equal(model.parameters().Sum(p => p.numel()), table.Total.Params);
        foreach (var (layer, module) in model.named_children())
            Assert.Equal(module.parameters().Sum(p => p.numel()), table[layer].Params);
    }

    [Theory]
    [InlineData("lenet5")]
    [InlineData("lenet5_paper")]
    public void Counting_with_and_without_weights_gives_the_same_table(string name)
    {
        using var model = ModelZoo.Create(name);
        Assert.Equal(LayerTable.Of(model, 1, 32, 32).ToCsv(), LayerTable.Of(() => ModelZoo.Create(name), 1, 32, 32).ToCsv());
    }

    [Fact]
    public void Formulas_are_the_sums_that_one_writes_by_hand()
    {
        Assert.Equal("(5·5·1+1)·6", Paper["C1"].ParamsFormula);
        Assert.Equal("(5·5·1+1)·6·28·28", Paper["C1"].ConnectionsFormula);
        Assert.Equal("6·(3·5·5+1) + 9·(4·5·5+1) + 1·(6·5·5+1)", Paper["C3"].ParamsFormula);
        Assert.Equal("(2·2+1)·16·5·5", Paper["S4"].ConnectionsFormula);
        Assert.Equal("(120+1)·84", Paper["F6"].ParamsFormula);
    }

    [Fact]
    public void Csv_has_the_agreed_header_and_ends_with_the_total()
    {
        var lines = Paper.ToCsv().TrimEnd('\n').Split('\n');
        Assert.Equal("layer,type,output,params,connections,macs,memory_bytes,rf_size,rf_stride", lines[0]);
        Assert.Equal("C1,Conv2d,6x28x28,156,122304,117600,18816,5,1", lines[1]);
        Assert.Equal("total,LeNet5,10,60000,340908,328096,32376,32,4", lines[^1]);
        Assert.Equal(9, lines.Length);
    }
}
