namespace CnnCourse.Plots;

/// <summary>One thing drawn on a panel. It knows its extent and both its renderings, so a new kind is one file.</summary>
internal abstract record Trace
{
    public virtual Extent Extent => default;
    public virtual IEnumerable<LegendEntry> Legend => [];
    public virtual ColorBar? ColorBar => null;

    /// <summary>Whether it stands at whole numbers only, as epochs are, so that halves between them mean nothing; null if it has no say.</summary>
    public virtual bool? IsAtWholeX => null;

    public abstract void Write(PlotlyPanel plotly);

    /// <summary>Draws inside the axes; what lies outside is cut off.</summary>
    public abstract void Draw(Canvas canvas, Frame frame);

    /// <summary>Draws words afterwards, over all marks and not cut off.</summary>
    public virtual void DrawText(Canvas canvas, Frame frame)
    {
    }
}
