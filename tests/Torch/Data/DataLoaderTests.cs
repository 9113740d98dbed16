using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace CnnCourse.Torch.Tests.Data;

public class DataLoaderTests
{
    /// <summary>Sample k is [k, 10 k] with noise, and number k; it can fail at one number.</summary>
    private sealed class Numbers(long count, long failing = -1) : Dataset
    {
        private int asked;

        public int Asked => asked;
        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index)
        {
            Interlocked.Increment(ref asked);
            if (index == failing) throw new InvalidDataException($"sample {index} is broken");
            Thread.Sleep((int)(index * 7 % 3));   // threads finish out of order
            return new() { ["x"] = tensor(new[] { index, 10f * index }), ["noise"] = tensor(SampleRandom.NextDouble()), ["k"] = tensor(index) };
        }
    }

    private static List<(long[] Numbers, double[] Noise)> Read(int workers, int? seed)
    {
        using var loader = DataLoader(new Numbers(10), 3, shuffle: true, seed: seed, num_worker: workers);
        return loader.Select(batch => (batch["k"].data<long>().ToArray(), batch["noise"].data<double>().ToArray())).ToList();
    }

    [Fact]
    public void Batches_hold_the_samples_in_order()
    {
        using var loader = DataLoader(new Numbers(5), 2, num_worker: 2);
        var batches = loader.Select(batch => string.Join(' ', batch["x"].shape) + ": " + string.Join(' ', batch["x"].data<float>().ToArray())).ToList();
        Assert.Equal(["2 2: 0 0 1 10", "2 2: 2 20 3 30", "1 2: 4 40"], batches);
        Assert.Equal(3, loader.Count);
        using var dropping = DataLoader(new Numbers(5), 2, drop_last: true);
        Assert.Equal(2, dropping.Count);
        Assert.Equal(2, dropping.ToList().Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void What_comes_out_does_not_depend_on_the_number_of_workers(int workers)
    {
        var (one, many) = (Read(1, 7), Read(workers, 7));
        Assert.Equal(4, one.Count);
        Assert.Equal(Enumerable.Range(0, 10).Select(k => (long)k), one.SelectMany(b => b.Numbers).Order());
        Assert.Equal(one.SelectMany(b => b.Numbers), many.SelectMany(b => b.Numbers));
        Assert.Equal(one.SelectMany(b => b.Noise), many.SelectMany(b => b.Noise));
        Assert.Equal(10, one.SelectMany(b => b.Noise).Distinct().Count());
        Assert.NotEqual(one.SelectMany(b => b.Numbers), Read(workers, 8).SelectMany(b => b.Numbers));
    }

    [Fact]
    public void A_batch_goes_when_the_next_one_comes_and_none_stays()
    {
        using var scope = NewDisposeScope();
        Tensor? last = null;
        using (var loader = DataLoader(TensorDataset(arange(6), arange(6)), 2, num_worker: 2))
            foreach (var batch in loader)
            {
                Assert.True(last is null || last.IsInvalid);
                last = batch[0];
                Assert.Equal([2L], last.shape);
            }
        Assert.True(last!.IsInvalid);
    }

    [Fact]
    public void Leaving_early_stops_the_workers()
    {
        var numbers = new Numbers(1000);
        using var loader = DataLoader(numbers, 2, num_worker: 2);
        foreach (var _ in loader) break;
        Assert.InRange(numbers.Asked, 2, 20);   // one batch and what two workers make ahead
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_a_sample_throws_comes_out_at_its_batch(int workers)
    {
        using var loader = DataLoader(new Numbers(10, failing: 5), 2, num_worker: workers);
        var seen = 0;
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var _ in loader) seen++;
        });
        Assert.Equal((2, "sample 5 is broken"), (seen, error.Message));
    }

    [Fact]
    public void Workers_leave_the_number_of_threads_as_it_was()
    {
        var before = get_num_threads();
        using var loader = DataLoader(new Numbers(4), 2, num_worker: 2);
        Assert.Equal(2, loader.ToList().Count);
        Assert.Equal(before, get_num_threads());
        var elsewhere = 0;
        var thread = new Thread(() => elsewhere = get_num_threads());
        thread.Start();
        thread.Join();
        Assert.Equal(before, elsewhere);
    }

    [Fact]
    public void Samplers_draw_what_Python_draws()
    {
        var python = Reference.Run("""
            from torch.utils.data import RandomSampler, SubsetRandomSampler, WeightedRandomSampler
            g = torch.Generator().manual_seed(5)
            print(json.dumps([list(RandomSampler(range(9), generator=g)), list(RandomSampler(range(9), generator=g)),
                list(SubsetRandomSampler([3, 1, 4], g)), list(WeightedRandomSampler([0.1, 0.9, 0.4], 8, generator=g))]))
            """);
        using var generator = new Generator(5);
        var random = RandomSampler(9, generator);
        IEnumerable<long>[] ours = [random.ToArray(), random.ToArray(), SubsetRandomSampler([3, 1, 4], generator), WeightedRandomSampler([0.1, 0.9, 0.4], 8, generator: generator)];
        Assert.Equal(python.EnumerateArray().Select(list => list.EnumerateArray().Select(n => n.GetInt64()).ToArray()), ours.Select(list => list.ToArray()));
    }
}
