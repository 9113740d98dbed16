using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Torch;

/// <summary>Turns stored tensors into tensors: each storage is read once, straight into its final memory, and shared as it was.</summary>
internal sealed class TensorAssembler(FileSource source) : IDisposable
{
    private readonly Dictionary<StoredBytes, Tensor> whole = new(ReferenceEqualityComparer.Instance);
    private readonly List<Tensor> made = [];

    internal Tensor Load(StoredTensor stored)
    {
        if (!whole.TryGetValue(stored.Storage, out var basis))
        {
            basis = Read(stored.Storage, stored.IsWhole ? stored.Shape : [stored.Storage.Count]);
            whole.Add(stored.Storage, basis);
            if (stored.IsWhole) return Keep(TensorMemory.Finish(basis.alias(), stored));
        }
        return Keep(TensorMemory.Finish(TensorMemory.View(basis, stored), stored));
    }

    /// <summary>Hands the tensors over to the caller's scope; without this call, Dispose takes them all back.</summary>
    internal void Release()
    {
        using var scope = NewDisposeScope();
        foreach (var tensor in made.Where(t => !t.IsInvalid))
        {
            scope.Attach(tensor);
            scope.MoveToOuter(tensor);
        }
        made.Clear();
    }

    public void Dispose()
    {
        foreach (var tensor in whole.Values) tensor.Dispose();
        foreach (var tensor in made) tensor.Dispose();
    }

    private Tensor Keep(Tensor tensor)
    {
        made.Add(tensor.DetachFromDisposeScope());
        return tensor;
    }

    private Tensor Read(StoredBytes storage, long[] shape)
    {
        var what = $"storage '{storage.Key}' of {storage.Count} elements";
        source.Require(storage.Offset, storage.Bytes, what);
        source.Claim(storage.Bytes);
        var tensor = empty(shape, storage.Dtype.Type, CPU).DetachFromDisposeScope();
        try
        {
            var crc = storage.Crc is null ? null : new Crc32();
            source.Read(storage.Offset, TensorMemory.Address(tensor), storage.Bytes, crc);
            if (crc is not null && crc.Value != storage.Crc) throw source.Bad($"{what} is damaged: its checksum does not match");
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }
}
