using System.Runtime.InteropServices;

namespace CnnCourse.Plots;

/// <summary>The functions of libcairo that drawing a figure needs.</summary>
internal static partial class Cairo
{
    public const string Library = "libcairo.so.2";
    public const int Rgb24 = 1, FontNormal = 0, FontBold = 1, FilterGood = 1, FilterNearest = 3, LineJoinRound = 1, ExtendPad = 3;

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    public static partial nint CreateSurface(int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create_for_data")]
    public static partial nint CreateSurfaceFor(nint data, int format, int width, int height, int stride);

    [LibraryImport(Library, EntryPoint = "cairo_surface_write_to_png_stream")]
    public static unsafe partial int WritePng(nint surface, delegate* unmanaged<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial nint Create(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    public static partial int Status(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    private static partial nint StatusText(int status);

    [LibraryImport(Library, EntryPoint = "cairo_save")]
    public static partial void Save(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_restore")]
    public static partial void Restore(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_scale")]
    public static partial void Scale(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_translate")]
    public static partial void Translate(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_rotate")]
    public static partial void Rotate(nint context, double radians);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgba")]
    public static partial void SetColor(nint context, double red, double green, double blue, double alpha);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_surface")]
    public static partial void SetSource(nint context, nint surface, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_get_source")]
    public static partial nint GetSource(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_pattern_set_filter")]
    public static partial void SetFilter(nint pattern, int filter);

    [LibraryImport(Library, EntryPoint = "cairo_pattern_set_extend")]
    public static partial void SetExtend(nint pattern, int extend);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    public static partial void SetLineWidth(nint context, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_join")]
    public static partial void SetLineJoin(nint context, int join);

    [LibraryImport(Library, EntryPoint = "cairo_set_dash")]
    public static partial void SetDash(nint context, [In] double[] dashes, int count, double offset);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    public static partial void LineTo(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_close_path")]
    public static partial void ClosePath(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(nint context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_arc")]
    public static partial void Arc(nint context, double x, double y, double radius, double from, double to);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    public static partial void Stroke(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    public static partial void Fill(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_paint")]
    public static partial void Paint(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_clip")]
    public static partial void Clip(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_select_font_face", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SelectFont(nint context, string family, int slant, int weight);

    [LibraryImport(Library, EntryPoint = "cairo_set_font_size")]
    public static partial void SetFontSize(nint context, double size);

    [LibraryImport(Library, EntryPoint = "cairo_show_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ShowText(nint context, string text);

    [LibraryImport(Library, EntryPoint = "cairo_text_extents", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TextExtents(nint context, string text, out Extents extents);

    public static void Check(int status)
    {
        if (status != 0) throw new InvalidOperationException("libcairo could not draw the figure: " + Marshal.PtrToStringUTF8(StatusText(status)));
    }

    /// <summary>cairo_text_extents_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Extents(double BearingX, double BearingY, double Width, double Height, double AdvanceX, double AdvanceY);
}
