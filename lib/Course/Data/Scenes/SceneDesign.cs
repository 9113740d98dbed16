namespace CnnCourse.Data;

/// <summary>Invents scenes from random numbers. Colours, patterns and light are drawn without a look at the class.</summary>
internal sealed class SceneDesign(Wardrobe wardrobe)
{
    private const int Tries = 30;
    private const float MostOverlap = 0.75f;   // distance of two middles, as a share of the sum of radii

    private static readonly Pattern[] patterns = Enum.GetValues<Pattern>();

    public Scene OneObject(int label, ref Dice dice) =>
        new(Backdrop(ref dice), [Place(label, ref dice, 0.3f, 0.47f, 0.12f)], Lighting(ref dice));

    /// <summary>One to <paramref name="most"/> objects; those that find no free place are left out, the first always finds one.</summary>
    public Scene SeveralObjects(int most, float smallest, float largest, ref Dice dice)
    {
        var backdrop = Backdrop(ref dice);
        var objects = new List<SceneObject>();
        for (var wanted = 1 + dice.Pick(most); wanted > 0; wanted--)
        {
            var label = dice.Pick(Scenes.Classes.Count);
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                var candidate = Place(label, ref dice, smallest, largest, 0.5f);
                if (objects.Any(o => Distance(o, candidate) < MostOverlap * (o.Radius + candidate.Radius))) continue;
                objects.Add(candidate);
                break;
            }
        }
        return new(backdrop, objects, Lighting(ref dice));
    }

    // Anywhere within `spread` of the middle, but whole.
    private SceneObject Place(int label, ref Dice dice, float smallest, float largest, float spread)
    {
        var radius = dice.Between(smallest, largest);
        var room = MathF.Min(spread, MathF.Max(0, 0.5f - radius));
        var (x, y) = (0.5f + dice.Between(-room, room), 0.5f + dice.Between(-room, room));
        var isGarment = label >= Shapes.All.Length;
        var turn = isGarment ? MathF.PI / 7 : MathF.PI;
        var angle = dice.Between(-turn, turn);
        var squeeze = dice.Between(0.8f, 1.25f);
        var piece = isGarment ? dice.Pick(wardrobe.Count(label - Shapes.All.Length)) : 0;
        return new(label, x, y, radius, angle, squeeze, Painting(ref dice, 0.2f, 0.9f), piece);
    }

    private static Surface[] Backdrop(ref Dice dice)
    {
        var surfaces = new Surface[1 + dice.Pick(3)];
        for (var k = 0; k < surfaces.Length; k++)
            surfaces[k] = new(dice.Between(0, MathF.Tau), k == 0 ? float.NegativeInfinity : dice.Between(-0.3f, 0.4f), Painting(ref dice, 0.1f, 0.6f));
        return surfaces;
    }

    private static Light Lighting(ref Dice dice) =>
        new(dice.Between(0, MathF.Tau), dice.Between(0, 0.5f), dice.Between(0.75f, 1.15f), dice.Between(0.01f, 0.05f));

    // A backdrop's patterns are fainter than those of objects.
    private static Paint Painting(ref Dice dice, float faintest, float boldest)
    {
        var first = Color(ref dice);
        var second = Color(ref dice);
        var mix = dice.Between(faintest, boldest);
        second = (first.R + (second.R - first.R) * mix, first.G + (second.G - first.G) * mix, first.B + (second.B - first.B) * mix);
        return new(first, second, patterns[dice.Pick(patterns.Length)], dice.Between(0.12f, 0.4f), dice.Between(0, MathF.PI), dice.Between(0, 50));
    }

    // Hue anywhere; most colours are muted, as most are in photographs.
    private static (float R, float G, float B) Color(ref Dice dice)
    {
        var (hue, saturation, value) = (dice.Between(0, 6), MathF.Pow(dice.Next(), 1.3f), dice.Between(0.15f, 1));
        return (Channel(5), Channel(3), Channel(1));

        float Channel(int shift)
        {
            var k = (shift + hue) % 6;
            return value - value * saturation * Math.Clamp(MathF.Min(k, 4 - k), 0, 1);
        }
    }

    private static float Distance(SceneObject a, SceneObject b) => MathF.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
