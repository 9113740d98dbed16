namespace CnnCourse.Data;

/// <summary>What an image shows, before it is drawn: a backdrop and objects from back to front. Lengths are shares of the image's side.</summary>
/// <param name="Backdrop">Surfaces that meet at straight edges.</param>
/// <param name="Objects">The objects; one may cover a part of those before it.</param>
/// <param name="Light">Where the light comes from and how strong it is.</param>
public sealed record Scene(IReadOnlyList<Surface> Backdrop, IReadOnlyList<SceneObject> Objects, Light Light);

/// <summary>One object.</summary>
/// <param name="Class">Its class, an index into <see cref="Scenes.Classes"/>.</param>
/// <param name="X">Its middle, from the left.</param>
/// <param name="Y">Its middle, from the top.</param>
/// <param name="Radius">Of the circle that holds it.</param>
/// <param name="Angle">Turned counter-clockwise, in radians.</param>
/// <param name="Squeeze">Its width over its height, as a multiple of its class's usual one.</param>
/// <param name="Paint">Its surface.</param>
/// <param name="Garment">Which piece of its class, for garments.</param>
public sealed record SceneObject(int Class, float X, float Y, float Radius, float Angle, float Squeeze, Paint Paint, int Garment);

/// <summary>A half-plane with a paint: the points whose distance along <see cref="Angle"/> is above <see cref="Offset"/>.</summary>
/// <param name="Angle">Direction of the edge's normal, in radians.</param>
/// <param name="Offset">Distance of the edge from the image's middle.</param>
/// <param name="Paint">What it looks like.</param>
public sealed record Surface(float Angle, float Offset, Paint Paint);

/// <summary>Two colours and the pattern that mixes them.</summary>
/// <param name="First">Red, green, blue in 0..1.</param>
/// <param name="Second">Red, green, blue in 0..1.</param>
/// <param name="Pattern">How they mix.</param>
/// <param name="Period">Of the pattern, a share of the image's side.</param>
/// <param name="Angle">Of the pattern, in radians.</param>
/// <param name="Phase">Where the pattern begins, in periods.</param>
public readonly record struct Paint((float R, float G, float B) First, (float R, float G, float B) Second, Pattern Pattern, float Period, float Angle, float Phase);

/// <summary>How a paint's two colours are laid out.</summary>
public enum Pattern
{
    /// <summary>A slow change from one colour to the other.</summary>
    Gradient,

    /// <summary>Soft stripes: a sine wave.</summary>
    Waves,

    /// <summary>Hard stripes.</summary>
    Stripes,

    /// <summary>A chessboard.</summary>
    Checks,

    /// <summary>Round spots.</summary>
    Spots,

    /// <summary>Noise whose amplitude falls with frequency, as in photographs.</summary>
    Clouds,
}

/// <summary>A light that falls off across the image.</summary>
/// <param name="Angle">Where it comes from, in radians.</param>
/// <param name="Strength">Difference of brightness from the middle to the edge, 0..1.</param>
/// <param name="Exposure">Brightness in the middle.</param>
/// <param name="Grain">Amplitude of the noise of each pixel.</param>
public readonly record struct Light(float Angle, float Strength, float Exposure, float Grain);
