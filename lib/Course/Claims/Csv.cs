using System.Text;

namespace CnnCourse.Claims;

/// <summary>Comma-separated values as RFC 4180 has them: a quoted field may hold commas, line ends and doubled quotes.</summary>
public static class Csv
{
    /// <summary>One record and the line it begins on, counted from 1.</summary>
    public readonly record struct Row(int Line, string[] Fields);

    /// <summary>The records of a file; empty lines are passed over.</summary>
    /// <exception cref="FormatException">A quote is misplaced or never closed; the message names the line.</exception>
    /// <param name="reader">The text of the file.</param>
    public static IEnumerable<Row> Read(TextReader reader)
    {
        var (line, start, quotedSince, isQuoted) = (1, 1, 0, false);
        var fields = new List<string>();
        var field = new StringBuilder();

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
            isQuoted = false;
        }

        for (int c; (c = reader.Read()) >= 0;)
        {
            if (c == '\n') line++;
            if (quotedSince > 0)
            {
                if (c != '"') field.Append((char)c);
                else if (reader.Peek() == '"') field.Append((char)reader.Read());
                else quotedSince = 0;
            }
            else if (c == '"' && field.Length == 0 && !isQuoted)
            {
                (isQuoted, quotedSince) = (true, line);
            }
            else if (c == ',')
            {
                EndField();
            }
            else if (c == '\n' || (c == '\r' && reader.Peek() == '\n'))
            {
                if (c == '\r')
                {
                    reader.Read();
                    line++;
                }
                EndField();
                if (fields is not [""]) yield return new(start, [.. fields]);
                fields.Clear();
                start = line;
            }
            else if (c == '"' || isQuoted)
            {
                throw new FormatException($"line {line}: a quote stands inside a field; put the whole field in quotes and double those in it");
            }
            else
            {
                field.Append((char)c);
            }
        }
        if (quotedSince > 0) throw new FormatException($"line {quotedSince}: a quoted field is never closed");
        EndField();
        if (fields is not [""]) yield return new(start, [.. fields]);
    }

    /// <summary>A field as it is written: in quotes where it holds a comma, a quote or a line end.</summary>
    public static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
