namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Networks that torchvision has. This library knows none: the one that defines them adds its functions here.</summary>
    public static partial class models
    {
    }
}
