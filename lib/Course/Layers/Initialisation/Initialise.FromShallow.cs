using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnCourse.Layers;

public static partial class Initialise
{
    /// <summary>Copies a trained shallow network's first convolutions and all its linear layers into a deeper one (Simonyan and Zisserman 2015, §3.1).</summary>
    /// <remarks>Convolutions find their place by order and shape; those in between keep the weights they have.</remarks>
    /// <param name="deep">The network that is to be trained.</param>
    /// <param name="shallow">The trained one.</param>
    /// <param name="convolutions">How many convolutions are copied; the paper's first four of A.</param>
    /// <returns>The names of the layers that were copied, shallow and deep.</returns>
    public static IReadOnlyList<(string Shallow, string Deep)> FromShallow(Module deep, Module shallow, int convolutions = 4)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return
        [
            .. Copy(Layers<Conv2d>(deep), Layers<Conv2d>(shallow).Take(convolutions)),
            .. Copy(Layers<Linear>(deep), Layers<Linear>(shallow)),
        ];
    }

    private static List<(string, string)> Copy(IEnumerable<(string Name, Module Layer)> deep, IEnumerable<(string Name, Module Layer)> shallow)
    {
        var copied = new List<(string, string)>();
        using var places = deep.GetEnumerator();
        foreach (var (name, layer) in shallow)
        {
            var from = layer.parameters(recurse: false).ToArray();
            Parameter[] to;
            do
            {
                if (!places.MoveNext())
                    throw new ArgumentException($"The deep network has no place for the shallow one's layer '{name}' of {string.Join('x', from[0].shape)}.");
                to = places.Current.Layer.parameters(recurse: false).ToArray();
            }
            while (to.Length != from.Length || !to[0].shape.SequenceEqual(from[0].shape));
            for (var k = 0; k < from.Length; k++) to[k].copy_(from[k]);
            copied.Add((name, places.Current.Name));
        }
        return copied;
    }

    private static IEnumerable<(string Name, Module Layer)> Layers<T>(Module network) where T : Module =>
        network.named_modules().Where(entry => entry.Item2 is T);
}
