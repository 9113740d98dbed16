using CnnCourse.Arithmetic;
using CnnCourse.Models;
using static TorchSharp.torch.nn;

namespace CnnCourse.Claims.Topics;

internal static class LeNet5Claims
{
    public static IReadOnlyDictionary<string, Func<Answer>> Checks { get; } = new Dictionary<string, Func<Answer>>
    {
        ["lenet5.layers"] = () => [Table.Rows.Count, Table.Rows.Count + 1],
        ["lenet5.c1.size"] = () => [.. Table["C1"].Output.Skip(1)],
        ["lenet5.c1.per_filter"] = () => Table["C1"].Params / Table["C1"].Output[0],
        ["lenet5.c1.params"] = () => Table["C1"].Params,
        ["lenet5.c1.connections"] = () => Table["C1"].Connections,
        ["lenet5.c1.neurons"] = () => Table["C1"].Units,
        ["lenet5.s2.size"] = () => [.. Table["S2"].Output],
        ["lenet5.s2.params"] = () => Table["S2"].Params,
        ["lenet5.s2.connections"] = () => Table["S2"].Connections,
        ["lenet5.s2.neurons"] = () => Table["S2"].Units,
        ["lenet5.s2.quarter"] = () => [Table["S2"].Area(), Table["C1"].Area(), Table["C1"].Area() / Table["S2"].Area()],
        ["lenet5.c3.size"] = () => [.. Table["C3"].Output],
        ["lenet5.c3.kernels"] = () => [LeNet5.Table1.Count, LeNet5.Table1.Sum(map => map.Length)],
        ["lenet5.c3.params"] = () => [Table["C3"].Params, MapParams(..6), MapParams(6..12), MapParams(12..15), MapParams(15..)],
        ["lenet5.c3.connections"] = () => Table["C3"].Connections,
        ["lenet5.c3.neurons"] = () => Table["C3"].Units,
        ["lenet5.c3.neurons.map"] = () => Table["C3"].Area(),
        ["lenet5.c3.symmetry"] = () => [Table["C3"].Params, FullC3.Params, Table["C3"].Connections, FullC3.Connections],
        ["lenet5.s4.size"] = () => [.. Table["S4"].Output],
        ["lenet5.s4.params"] = () => Table["S4"].Params,
        ["lenet5.s4.connections"] = () => Table["S4"].Connections,
        ["lenet5.s4.neurons"] = () => Table["S4"].Units,
        ["lenet5.c5.size"] = () => [.. Table["C5"].Output],
        ["lenet5.c5.params"] = () => Table["C5"].Params,
        ["lenet5.c5.connections"] = () => Table["C5"].Connections,
        ["lenet5.c5.neurons"] = () => Table["C5"].Units,
        ["lenet5.c5.conv"] = () => [.. Larger.Input.Skip(1), .. Larger["S4"].Output.Skip(1), .. Larger["C5"].Output.Skip(1)],
        ["lenet5.f6.params"] = () => Table["F6"].Params,
        ["lenet5.f6.connections"] = () => Table["F6"].Connections,
        ["lenet5.output.rbf"] = () => [Table["Output"].Units, Table["Output"].Connections],
        ["lenet5.output.size"] = () => [Table["Output"].Units, Table["F6"].Units],
    };

    private static LayerTable Table => Counted.Network("lenet5_paper");

    private static LayerTable Larger => LayerTable.Of(() => new LeNet5(), 1, 36, 36);

    private static LayerRow FullC3
    {
        get
        {
            var (s2, c3) = (Table["S2"], LeNet5.Table.Single(row => row.Name == "C3"));
            return Counted.Stack(() => Conv2d(s2.Output[0], c3.Maps, c3.Kernel), [.. s2.Output]);
        }
    }

    private static double MapParams(Range maps)
    {
        var kernel = LeNet5.Table.Single(row => row.Name == "C3").Kernel;
        return LeNet5.Table1.ToArray()[maps].Sum(seen => seen.Length * kernel * kernel + 1);
    }
}
