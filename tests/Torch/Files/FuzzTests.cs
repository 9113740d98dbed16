using System.Diagnostics;
using static TorchSharp.torch;

namespace CnnCourse.Torch.Tests.Files;

/// <summary>Every reader against 20,000 damaged files (seeded): it loads them or throws its one exception, in little time and memory.</summary>
public class FuzzTests(PythonFiles files) : IClassFixture<PythonFiles>
{
    private const int Mutations = 20_000;
    private const long ManagedLimit = 4 << 20;   // for files of a few KiB; a reader that believes a wrong length takes far more

    private static readonly byte[] interesting = [0, 1, 0x7f, 0x80, 0xff];

    [Theory]
    [InlineData("python.pth", false)]
    [InlineData("python_tree.pth", true)]
    [InlineData("python_tree_legacy.pth", false)]
    [InlineData("ours.safetensors", false)]
    [InlineData("ours.dat", false)]
    public void A_damaged_file_never_does_more_than_fail(string name, bool repairChecksum)
    {
        var random = new Random(20230215);
        var original = File.ReadAllBytes(files.At(name));
        var (pickleAt, pickleLength) = repairChecksum ? FindPickle(files.At(name)) : (0, original.Length);
        var path = files.At("fuzz" + Path.GetExtension(name));
        var (loaded, refused) = (0, 0);
        for (var k = 0; k < Mutations; k++)
        {
            var bytes = (byte[])original.Clone();
            for (var n = random.Next(1, 8); n > 0; n--) Mutate(random, bytes.AsSpan(pickleAt, pickleLength));
            if (repairChecksum) Repair(bytes, pickleAt, pickleLength);
            else if (random.Next(8) == 0) bytes = bytes[..random.Next(bytes.Length)];
            File.WriteAllBytes(path, bytes);

            using var scope = NewDisposeScope();
            var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            try
            {
                var storages = WeightFile.Load(path).Values.Select(t => TensorMemory.Storage(t)).Distinct().Sum(s => s.Bytes);
                Assert.True(storages <= bytes.Length, $"mutation {k}: {storages} bytes of tensors from a file of {bytes.Length}");
                loaded++;
            }
            catch (WeightFileException e)
            {
                Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
                Assert.Equal(0, scope.DisposablesCount);
                refused++;
            }
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < ManagedLimit, $"mutation {k} made the reader allocate {allocated} bytes");
            Assert.True(clock.ElapsedMilliseconds < 2000, $"mutation {k} took {clock.Elapsed}");
        }
        Assert.Equal(Mutations, loaded + refused);
        Assert.True(refused > Mutations / 10, $"only {refused} of {Mutations} damaged files were refused");
    }

    private static void Mutate(Random random, Span<byte> bytes)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes[at] = interesting[random.Next(interesting.Length)]; break;
            default:
                var length = Math.Min(random.Next(1, 12), bytes.Length - at);
                bytes.Slice(random.Next(bytes.Length - length + 1), length).CopyTo(bytes[at..]);
                break;
        }
    }

    private static (int At, int Length) FindPickle(string path)
    {
        using var source = new FileSource(path);
        var zip = new ZipReader(source);
        var record = zip.Find(zip.Names.Single(n => n.EndsWith("data.pkl", StringComparison.Ordinal)))!.Value;
        return ((int)record.Offset, (int)record.Length);
    }

    // Gives the pickle its right checksum again in the directory, so that the damage gets past it.
    private static void Repair(byte[] bytes, int at, int length)
    {
        var entry = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        BitConverter.GetBytes(Crc32.Of(bytes.AsSpan(at, length))).CopyTo(bytes, entry + 16);
    }
}
