namespace CnnCourse.Plots;

/// <summary>A continuous colour scale: evenly spaced stops, linear between them.</summary>
public sealed record ColorMap
{
    private readonly Rgb[] stops;

    private ColorMap(string name, bool isDiverging, string stops)
    {
        Name = name;
        IsDiverging = isDiverging;
        this.stops = [.. stops.Split(' ').Select(Rgb.Hex)];
    }

    public string Name { get; }

    /// <summary>True where the middle colour means zero, so ranges are made symmetric.</summary>
    public bool IsDiverging { get; }

    public static ColorMap Viridis { get; } = new("viridis", false,
        "440154 48186A 472D7B 424086 3B528B 33638D 2C728E 26828E 21918C 1FA088 28AE80 3FBC73 5EC962 84D44B ADDC30 D8E219 FDE725");

    public static ColorMap Cividis { get; } = new("cividis", false,
        "00204C 002A66 00346E 273F6C 3C4A6B 4C556B 5B5F6D 686A70 757575 838178 928C78 A19876 B0A572 C0B16D D1BF66 E1CC5C F3DB4F FFE945");

    public static ColorMap Grey { get; } = new("grey", false, "000000 FFFFFF");

    /// <summary>White to blue: counts and shares, light where there is nothing.</summary>
    public static ColorMap Blues { get; } = new("blues", false, "FFFFFF DEEBF7 C6DBEF 9ECAE1 6BAED6 4292C6 2171B5 08519C 08306B");

    /// <summary>Blue below zero, white at zero, red above.</summary>
    public static ColorMap Diverging { get; } = new("diverging", true,
        "053061 2166AC 4393C3 92C5DE D1E5F0 FFFFFF FDDBC7 F4A582 D6604D B2182B 67001F");

    /// <summary>The colour at <paramref name="t"/>; values outside 0..1 take the nearest end.</summary>
    public Rgb At(double t)
    {
        var position = Math.Clamp(double.IsNaN(t) ? 0 : t, 0, 1) * (stops.Length - 1);
        var index = Math.Min((int)position, stops.Length - 2);
        return stops[index].Mix(stops[index + 1], position - index);
    }

    /// <summary>The colour of <paramref name="value"/> when the scale runs from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public Rgb At(double value, double low, double high) => At(high > low ? (value - low) / (high - low) : 0.5);

    internal IEnumerable<(double Position, Rgb Color)> Stops =>
        stops.Select((color, i) => ((double)i / (stops.Length - 1), color));

    /// <summary>The range to colour: the data's own, made symmetric about zero for a diverging map.</summary>
    internal (double Low, double High) Range(IEnumerable<double> values)
    {
        var (low, high) = Extent.Of(values) ?? (0, 1);
        var reach = Math.Max(Math.Abs(low), Math.Abs(high));
        return IsDiverging ? (-reach, reach) : (low, high);
    }
}
