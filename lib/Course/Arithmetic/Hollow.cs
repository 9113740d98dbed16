using TorchSharp;
using static TorchSharp.torch;

namespace CnnCourse.Arithmetic;

/// <summary>Networks of shapes without numbers: on PyTorch's <c>meta</c> device no weight takes memory and no layer computes.</summary>
public static class Hollow
{
    private static readonly Lock building = new();

    /// <summary>Builds a network whose weights have shapes but no memory.</summary>
    public static T Build<T>(Func<T> build) where T : nn.Module
    {
        lock (building)
        {
            var before = get_default_device();
            set_default_device(META);
            try
            {
                return build().to(META);
            }
            finally
            {
                set_default_device(before);
            }
        }
    }
}
