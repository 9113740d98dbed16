namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Samples by number; each is a dictionary of tensors.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>Samples by number; each is a list of tensors.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }

            /// <summary>Samples by number.</summary>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>Number of samples.</summary>
                public abstract long Count { get; }

                /// <summary>The sample with a number from 0 to <see cref="Count"/> - 1; several threads may ask at once.</summary>
                public abstract T GetTensor(long index);

                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                protected virtual void Dispose(bool disposing)
                {
                }
            }

            /// <summary>A data set of the rows of tensors that are equally long.</summary>
            public static Modules.TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
        }
    }
}
