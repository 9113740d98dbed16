using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Files;

public class ModuleFileTests(PythonFiles files) : IClassFixture<PythonFiles>
{
    private static TorchSharp.Modules.Sequential Network() => Sequential(("conv", Conv2d(1, 2, 3)), ("norm", BatchNorm2d(2)));

    private static bool Equal(Tensor a, Tensor b) => new Operator("equal").CallBool(a, b);

    private static bool Same(Module a, Module b)
    {
        var other = b.state_dict();
        return a.state_dict().All(entry => Equal(entry.Value, other[entry.Key]));
    }

    [Fact]
    public void A_module_comes_back_from_a_dat_file_and_from_a_stream()
    {
        using var scope = NewDisposeScope();
        var (first, second, third) = (Network(), Network(), Network());
        first.save(files.At("module.dat"));
        second.load(files.At("module.dat"));
        Assert.True(Same(first, second));
        Assert.False(Same(first, third));
        third.load(new MemoryStream(File.ReadAllBytes(files.At("module.dat"))));
        Assert.True(Same(first, third));
        Assert.Equal(first.state_dict().Keys, WeightFile.Inspect(files.At("module.dat")).Select(e => e.Name));
    }

    [Fact]
    public void A_file_of_another_module_changes_nothing()
    {
        using var scope = NewDisposeScope();
        var (module, before) = (Network(), Network());
        before.load_state_dict(module.state_dict());
        Sequential(("conv", Conv2d(1, 2, 5)), ("norm", BatchNorm2d(2))).save(files.At("other.dat"));
        Assert.Contains("'conv.weight' is Float32 [2, 1, 5, 5] in the file", Assert.Throws<ArgumentException>(() => module.load(files.At("other.dat"))).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => module.load(files.At("absent.dat")));
        Assert.True(Same(module, before));
    }

    [Fact]
    public void Entries_can_be_skipped_and_reported()
    {
        using var scope = NewDisposeScope();
        var (source, target) = (Network(), Network());
        source.save(files.At("part.dat"), skip: ["norm.bias"]);
        var report = new Dictionary<string, bool>();
        target.load(files.At("part.dat"), strict: false, skip: ["conv.bias"], loadedParameters: report);
        Assert.Equal(6, report.Count);
        Assert.True(Equal(target.state_dict()["conv.weight"], source.state_dict()["conv.weight"]));
        Assert.False(Equal(target.state_dict()["conv.bias"], source.state_dict()["conv.bias"]));
    }

    [Fact]
    public void One_tensor_comes_back_by_torch_load_and_by_its_own_format()
    {
        using var scope = NewDisposeScope();
        var t = PythonFiles.Expected(ScalarType.BFloat16);
        save(t, files.At("one.pt"));
        Assert.True(Equal(t, load(files.At("one.pt"))));
        Assert.True(Equal(PythonFiles.Expected(ScalarType.Float32), load(files.At("python_single.pt"))));
        t.Save(files.At("one.dat"));
        Assert.True(Equal(t, Tensor.Load(files.At("one.dat"))));
        Assert.Contains("12 tensors", Assert.Throws<WeightFileException>(() => load(files.At("python.pth"))).Message, StringComparison.Ordinal);
    }
}
