using Microsoft.AspNetCore.Html;

namespace CnnCourse.Notebooks.Cells;

/// <summary>What every cell can call without a prefix: <c>display(x)</c>, <c>x.Display()</c>, <c>HTML("...")</c>.</summary>
public static class Shown
{
    /// <summary>Shows a value now, before the cell ends.</summary>
    /// <param name="mimeType">Forces one rendering, as in <c>display(text, "text/markdown")</c>.</param>
    public static DisplayHandle display(object? value, string? mimeType = null) =>
        Show(mimeType is null ? Rendering.Render(value)
            : value is string text ? Rendering.Text(mimeType, text)
            : Rendering.Render(value, mimeType));

    /// <summary>Shows this value now, before the cell ends.</summary>
    public static DisplayHandle Display<T>(this T value, string? mimeType = null) => display(value, mimeType);

    /// <summary>Markup to be shown as such; all other strings are shown as text.</summary>
    public static IHtmlContent HTML(string markup) => new HtmlString(markup);

    /// <summary>Takes away what the cell has shown so far; <paramref name="wait"/> keeps it until the next output comes.</summary>
    public static void ClearOutput(bool wait = false) => CellContext.Current?.Publish(new CellEvent.Clear(wait));

    internal static DisplayHandle Show(IReadOnlyDictionary<string, object> bundle)
    {
        var handle = new DisplayHandle(CellContext.Current);
        handle.Show(bundle);
        return handle;
    }
}
