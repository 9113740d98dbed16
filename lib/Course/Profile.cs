using static TorchSharp.torch;

namespace CnnCourse;

/// <summary>How a notebook runs: small and quick, or in the paper's setting; and where.</summary>
/// <param name="IsFull">True for the paper's setting.</param>
/// <param name="Device">Where tensors live.</param>
public sealed record Profile(bool IsFull, Device Device)
{
    /// <summary>The profile that $COURSE_PROFILE (quick, full) and $COURSE_DEVICE (auto, cpu, cuda, cuda:1) describe.</summary>
    public static Profile Current
    {
        get
        {
            var name = Environment.GetEnvironmentVariable("COURSE_PROFILE");
            var isFull = name?.Trim().ToUpperInvariant() switch
            {
                null or "" or "QUICK" => false,
                "FULL" => true,
                _ => throw new UnknownNameException("profile", name, ["quick", "full"]),
            };
            return new(isFull, Devices.Resolve(Environment.GetEnvironmentVariable("COURSE_DEVICE")));
        }
    }

    /// <summary>Chooses between a size for the laptop and the paper's.</summary>
    public T Pick<T>(T quick, T full) => IsFull ? full : quick;

    /// <inheritdoc/>
    public override string ToString() => $"{(IsFull ? "full" : "quick")} profile on {Device}";
}
