using System.Text.Json.Nodes;
using CnnCourse.Notebooks;

namespace CnnCourse.Site;

/// <summary>What a cell is in a deck, as Jupyter's slide metadata has it.</summary>
internal enum SlideKind { Continued, Slide, Subslide, Fragment, Skipped, Notes }

/// <summary>Reads <c>metadata.slideshow.slide_type</c>.</summary>
internal static class SlideKinds
{
    public static SlideKind Of(Cell cell) => ((cell.Metadata["slideshow"] as JsonObject)?["slide_type"] as JsonValue)?.ToString() switch
    {
        "slide" => SlideKind.Slide,
        "subslide" => SlideKind.Subslide,
        "fragment" => SlideKind.Fragment,
        "skip" => SlideKind.Skipped,
        "notes" => SlideKind.Notes,
        _ => SlideKind.Continued,
    };
}
