using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The first half along a dimension times the sigmoid of the second.</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim) : base(nameof(GLU)) =>
        this.dim = dim;

    public long dim { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.glu(input, dim);
}
