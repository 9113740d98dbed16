using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sum of <c>df</c> squared standard normal variables.</summary>
public class Chi2 : Gamma
{
    public Chi2(Tensor df, Generator? generator = null) : base(Free(() => df * 0.5), full_like(df, 0.5), generator)
    {
    }

    public Tensor df => Free(() => concentration * 2);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        new Chi2(df.expand(batch_shape.Shape), generator);
}
