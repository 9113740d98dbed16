namespace CnnCourse.Data;

/// <summary>Draws a scene: an image, and for each pixel the object that is seen there.</summary>
internal sealed class SceneRenderer(Wardrobe wardrobe, int side)
{
    /// <param name="scene">What to draw.</param>
    /// <param name="image">[3, side, side], filled with 0..1.</param>
    /// <param name="owners">[side, side], filled with 0 for the backdrop, else 1 + the object's index.</param>
    /// <param name="grain">Source of the noise.</param>
    public void Draw(Scene scene, Span<float> image, Span<byte> owners, ref Dice grain)
    {
        owners.Clear();
        foreach (var surface in scene.Backdrop) Draw(surface, image);
        foreach (var (index, thing) in scene.Objects.Index()) Draw(thing, scene.Light, image, owners, (byte)(index + 1));
        Illuminate(scene.Light, image, ref grain);
    }

    private void Draw(Surface surface, Span<float> image)
    {
        var (cos, sin) = (MathF.Cos(surface.Angle), MathF.Sin(surface.Angle));
        var along = (MathF.Cos(surface.Paint.Angle), MathF.Sin(surface.Paint.Angle));
        for (var k = 0; k < side * side; k++)
        {
            var (x, y) = At(k);
            var cover = Math.Clamp(0.5f + ((x - 0.5f) * cos + (y - 0.5f) * sin - surface.Offset) * side, 0, 1);
            if (cover > 0) Cover(image, k, cover, surface.Paint, along, x, y, 1);
        }
    }

    private void Draw(SceneObject thing, Light light, Span<float> image, Span<byte> owners, byte owner)
    {
        var (cos, sin) = (MathF.Cos(thing.Angle), MathF.Sin(thing.Angle));
        var along = (MathF.Cos(thing.Paint.Angle), MathF.Sin(thing.Paint.Angle));
        var (lightX, lightY) = (MathF.Cos(light.Angle) * 0.25f, MathF.Sin(light.Angle) * 0.25f);
        // Squeezed, but never out of the circle.
        var (wide, high) = (thing.Radius * MathF.Min(1, thing.Squeeze), thing.Radius * MathF.Min(1, 1 / thing.Squeeze));
        var (top, bottom) = (Edge(thing.Y - thing.Radius), Edge(thing.Y + thing.Radius));
        var (left, right) = (Edge(thing.X - thing.Radius), Edge(thing.X + thing.Radius));
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++)
            {
                var k = row * side + column;
                var (x, y) = At(k);
                var (dx, dy) = (x - thing.X, y - thing.Y);
                var (u, v) = ((dx * cos - dy * sin) / wide, (dx * sin + dy * cos) / high);
                var (shade, cover) = Seen(thing, u, v, MathF.Min(wide, high) * side);
                if (cover <= 0) continue;
                var relief = shade * (1 + (dx * lightX + dy * lightY) / thing.Radius);
                Cover(image, k, cover, thing.Paint, along, x, y, relief);
                if (cover >= 0.5f) owners[k] = owner;
            }
    }

    // Brightness and cover of an object at a point of its circle; `scale` is a unit in pixels.
    private (float Shade, float Cover) Seen(SceneObject thing, float u, float v, float scale)
    {
        var kind = thing.Class - Shapes.All.Length;
        if (kind < 0) return (1, Math.Clamp(0.5f - Shapes.All[thing.Class].Distance(u, v) * scale, 0, 1));
        const float Half = Wardrobe.Side / 2f;
        var (shade, cover) = wardrobe.At(kind, thing.Garment, Half + u * Half - 0.5f, Half + v * Half - 0.5f);
        return (0.35f + 0.75f * shade, cover);
    }

    private void Cover(Span<float> image, int k, float cover, in Paint paint, (float, float) along, float x, float y, float brightness)
    {
        var share = Patterns.At(paint, along, x, y);
        var (area, first, second) = (side * side, paint.First, paint.Second);
        Mix(ref image[k], (first.R + (second.R - first.R) * share) * brightness, cover);
        Mix(ref image[k + area], (first.G + (second.G - first.G) * share) * brightness, cover);
        Mix(ref image[k + 2 * area], (first.B + (second.B - first.B) * share) * brightness, cover);
    }

    private static void Mix(ref float value, float color, float cover) => value += (color - value) * cover;

    private void Illuminate(Light light, Span<float> image, ref Dice grain)
    {
        var (dx, dy) = (MathF.Cos(light.Angle) * light.Strength, MathF.Sin(light.Angle) * light.Strength);
        for (var k = 0; k < image.Length; k++)
        {
            var (x, y) = At(k % (side * side));
            var brightness = light.Exposure * (1 + (x - 0.5f) * dx + (y - 0.5f) * dy);
            image[k] = Math.Clamp(image[k] * brightness + grain.Between(-light.Grain, light.Grain), 0, 1);
        }
    }

    private (float X, float Y) At(int k) => ((k % side + 0.5f) / side, (k / side + 0.5f) / side);

    private int Edge(float share) => Math.Clamp((int)(share * side), 0, side - 1);
}
