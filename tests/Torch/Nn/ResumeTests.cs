using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Torch.Tests.Nn;

public sealed class ResumeTests
{
    private static readonly (string Name, Func<IEnumerable<Parameter>, OptimizerHelper> Make)[] optimizers =
    [
        ("SGD", p => optim.SGD(p, 0.1, momentum: 0.9)), ("Adam", p => optim.Adam(p, 0.01, amsgrad: true)), ("AdamW", p => optim.AdamW(p, 0.01)), ("RMSProp", p => optim.RMSProp(p, 0.01, momentum: 0.9, centered: true)),
        ("Adagrad", p => optim.Adagrad(p)), ("Adadelta", p => optim.Adadelta(p)), ("Adamax", p => optim.Adamax(p)), ("NAdam", p => optim.NAdam(p)), ("RAdam", p => optim.RAdam(p)), ("ASGD", p => optim.ASGD(p)), ("Rprop", p => optim.Rprop(p)),
    ];

    public static TheoryData<string> Names => new(optimizers.Select(o => o.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_optimizer_goes_on_with_the_same_bits(string name)
    {
        using var scope = NewDisposeScope();
        var make = optimizers.First(o => o.Name == name).Make;
        var (x, y) = (randn(8, 4), randn(8, 2));
        void Train(Module<Tensor, Tensor> model, OptimizerHelper optimizer)
        {
            for (var k = 0; k < 10; k++)
            {
                optimizer.zero_grad();
                functional.mse_loss(model.call(x), y).backward();
                optimizer.step();
            }
        }

        var first = Linear(4, 2);
        var second = Linear(4, 2);
        var before = make(first.parameters());
        Train(first, before);
        using var file = new MemoryStream();
        before.save_state_dict(new BinaryWriter(file));
        second.load_state_dict(first.state_dict());
        var after = make(second.parameters());
        file.Position = 0;
        after.load_state_dict(new BinaryReader(file));
        Assert.Equal(file.Length, file.Position);

        Train(first, before);
        Train(second, after);
        foreach (var (a, b) in first.parameters().Zip(second.parameters())) Assert.Equal(a.Numbers(), b.Numbers());
    }

    [Fact]
    public void A_file_of_another_optimizer_is_refused()
    {
        using var model = Linear(2, 2);
        using var file = new MemoryStream();
        optim.SGD(model.parameters(), 0.1).save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        var error = Assert.Throws<InvalidDataException>(() => optim.Adam(model.parameters()).load_state_dict(new BinaryReader(file)));
        Assert.Contains("expected 'Adam', but found 'SGD'", error.Message, StringComparison.Ordinal);
    }
}
