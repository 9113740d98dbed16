using CnnCourse.Layers;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Models;

/// <summary>LeNet-5 as it is built today: the same table, with ReLU, max pooling, all maps connected, and ten logits.</summary>
public sealed class LeNet5Modern : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> C1, S2, C3, S4, C5, F6, Output;

    /// <summary>The network with PyTorch's own initialisation.</summary>
    public LeNet5Modern() : base(nameof(LeNet5Modern))
    {
        C1 = Build(LeNet5.Table[0], inputs: 1);
        S2 = Build(LeNet5.Table[1], inputs: 6);
        C3 = Build(LeNet5.Table[2], inputs: 6);
        S4 = Build(LeNet5.Table[3], inputs: 16);
        C5 = Build(LeNet5.Table[4], inputs: 16);
        F6 = Build(LeNet5.Table[5], inputs: 120);
        Output = Build(LeNet5.Table[6], inputs: 84);
        RegisterComponents();
    }

    /// <summary>[N, 1, 32, 32] → logits [N, 10]; a larger image gives a map of logits [N, 10, h, w].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = S2.call(relu(C1.call(input)));
        x = S4.call(relu(C3.call(x)));
        x = relu(C5.call(x));
        return Places.ForEach(x, c5 => Output.call(relu(F6.call(c5)))).MoveToOuterDisposeScope();
    }

    private static Module<Tensor, Tensor> Build(LeNet5.Row row, long inputs) => row.Kind switch
    {
        LeNet5.Kind.Convolution => Conv2d(inputs, row.Maps, row.Kernel),
        LeNet5.Kind.Subsampling => MaxPool2d(row.Kernel),
        _ => Linear(inputs, row.Maps),
    };
}
