namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        // PyTorch's samplers, which TorchSharp lacks: sequences of sample numbers for DataLoader's shuffler argument.
        // The same generator gives the numbers that Python draws.
        public static partial class data
        {
            public static IEnumerable<long> SequentialSampler(long count)
            {
                for (var k = 0L; k < count; k++) yield return k;
            }

            /// <summary>The numbers in a new random order at each enumeration.</summary>
            public static IEnumerable<long> RandomSampler(long count, Generator? generator = null)
            {
                foreach (var number in Drawn(() => randperm(count, int64, generator: generator))) yield return number;
                randperm(count, int64, generator: generator).Dispose();   // Python draws another order for a remainder of no samples
            }

            /// <summary>Some numbers, in a new random order at each enumeration.</summary>
            public static IEnumerable<long> SubsetRandomSampler(IReadOnlyList<long> indices, Generator? generator = null) =>
                Drawn(() => randperm(indices.Count, int64, generator: generator)).Select(k => indices[(int)k]);

            /// <summary>Numbers drawn with probabilities in proportion to their weights.</summary>
            public static IEnumerable<long> WeightedRandomSampler(IEnumerable<double> weights, long num_samples, bool replacement = true, Generator? generator = null)
            {
                var list = weights.ToArray();
                return Drawn(() =>
                {
                    using var probabilities = tensor(list);
                    return multinomial(probabilities, num_samples, replacement, generator);
                });
            }

            private static IEnumerable<long> Drawn(Func<Tensor> draw)
            {
                long[] numbers;
                using (var drawn = draw()) numbers = drawn.data<long>().ToArray();
                foreach (var number in numbers) yield return number;
            }
        }
    }
}
