using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors is null || tensors.Length == 0) throw new ArgumentNullException(nameof(tensors));
        if (tensors.Any(t => t.shape[0] != tensors[0].shape[0]))
            throw new ArgumentException($"the tensors have {string.Join(", ", tensors.Select(t => t.shape[0]))} rows; all must have the same number", nameof(tensors));
        this.tensors = tensors.Select(t => t.alias().DetachFromDisposeScope()).ToArray();
    }

    public IList<Tensor> this[long index] => tensors.Select(t => t.select(0, index)).ToList();

    public override long Count => tensors[0].shape[0];

    public override IList<Tensor> GetTensor(long index) => this[index];

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var tensor in tensors) tensor.Dispose();
        base.Dispose(disposing);
    }
}
