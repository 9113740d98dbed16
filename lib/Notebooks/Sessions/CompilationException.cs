namespace CnnCourse.Notebooks;

internal sealed class CompilationException(CellError error) : Exception(error.Message)
{
    public CellError Error => error;
}
