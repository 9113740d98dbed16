using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace CnnCourse.Models;

/// <summary>Vectors through a narrow place and back: what passes is a short code for the whole (Krizhevsky and Hinton 2011).</summary>
public sealed class Autoencoder : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder, decoder;

    /// <param name="inputs">Numbers of a vector.</param>
    /// <param name="hidden">Units of the layer before the code, and of the one after it.</param>
    /// <param name="code">Numbers of a code.</param>
    public Autoencoder(long inputs, long hidden, long code) : base(nameof(Autoencoder))
    {
        encoder = Sequential(Linear(inputs, hidden), ReLU(), Linear(hidden, code));
        decoder = Sequential(Linear(code, hidden), ReLU(), Linear(hidden, inputs));
        RegisterComponents();
    }

    /// <summary>Short codes of vectors, from an autoencoder that has learned on them: [N, D] → [N, code].</summary>
    /// <param name="vectors">Centred and divided by their standard deviation first, one for all D numbers.</param>
    /// <param name="hidden">Units of its hidden layers.</param>
    /// <param name="code">Numbers of a code.</param>
    /// <param name="seed">Decides first weights and batches.</param>
    public static Tensor Codes(Tensor vectors, long hidden = 64, long code = 2, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var standard = (vectors - vectors.mean([0])) / vectors.std();
        using var coder = new Autoencoder(vectors.shape[1], hidden, code);
        coder.to(vectors.device);
        coder.Learn(standard);
        return coder.Encode(standard).MoveToOuterDisposeScope();
    }

    /// <summary>[N, inputs] → [N, inputs], as well as the code allows.</summary>
    public override Tensor forward(Tensor x) => decoder.call(encoder.call(x));

    /// <summary>[N, inputs] → [N, code], without a graph.</summary>
    public Tensor Encode(Tensor vectors)
    {
        using var quiet = no_grad();
        return encoder.call(vectors);
    }

    /// <summary>Learns to restore the vectors: mean squared error, Adam at 0.003, random batches of 100.</summary>
    /// <param name="vectors">[N, inputs].</param>
    /// <param name="steps">Batches.</param>
    /// <returns>The loss of the last batch.</returns>
    public double Learn(Tensor vectors, int steps = 400)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        using var optimizer = optim.Adam(parameters(), 0.003);
        var last = double.NaN;
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var batch = vectors.index_select(0, randint(vectors.shape[0], [100], device: vectors.device));
            optimizer.zero_grad();
            var loss = mse_loss(call(batch), batch);
            loss.backward();
            optimizer.step();
            last = loss.item<float>();
        }
        return last;
    }
}
