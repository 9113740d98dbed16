using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>Writes nbformat 4.5 with the bytes Jupyter itself would write: keys sorted, one space of indentation, text as lists of lines.</summary>
internal static class NotebookWriter
{
    public static void Save(Notebook notebook, string path)
    {
        var text = ToJson(notebook);
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return;
        var temporary = path + ".new";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    public static string ToJson(Notebook notebook)
    {
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. notebook.Cells.Select(ToNode)]),
            ["metadata"] = notebook.Metadata.DeepClone(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        var text = new StringBuilder();
        Write(root, 0, text);
        return text.Append('\n').ToString();
    }

    private static JsonObject ToNode(Cell cell)
    {
        var node = new JsonObject
        {
            ["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments is not null)
            node["attachments"] = cell.Attachments.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            node["execution_count"] = cell.ExecutionCount;
            node["outputs"] = new JsonArray([.. cell.Outputs.Select(ToNode)]);
        }
        return node;
    }

    private static JsonObject ToNode(Output output) => output switch
    {
        Output.Stream stream => new() { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        Output.Display shown => new() { ["output_type"] = "display_data", ["data"] = Split(shown.Data), ["metadata"] = shown.Metadata.DeepClone() },
        Output.Result result => new()
        {
            ["output_type"] = "execute_result",
            ["data"] = Split(result.Data),
            ["metadata"] = result.Metadata.DeepClone(),
            ["execution_count"] = result.ExecutionCount,
        },
        Output.Error error => new()
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(output)),
    };

    private static JsonObject Split(JsonObject data) => new(data.Select(one =>
        KeyValuePair.Create(one.Key, IsSplit(one.Key) && Notebook.Text(one.Value) is { } text ? Lines(text) : one.Value?.DeepClone())));

    private static bool IsSplit(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml";

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    private static void Write(JsonNode? node, int depth, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                WriteAll('{', '}', members.OrderBy(one => one.Key, StringComparer.Ordinal), depth, text, one =>
                {
                    Quote(one.Key, text);
                    text.Append(": ");
                    Write(one.Value, depth + 1, text);
                });
                break;
            case JsonArray { Count: > 0 } items:
                WriteAll('[', ']', items, depth, text, item => Write(item, depth + 1, text));
                break;
            case JsonObject:
                text.Append("{}");
                break;
            case JsonArray:
                text.Append("[]");
                break;
            case null:
                text.Append("null");
                break;
            case var value when Notebook.Text(value) is { } content:
                Quote(content, text);
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteAll<T>(char open, char close, IEnumerable<T> items, int depth, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator).Append('\n').Append(' ', depth + 1);
            separator = ",";
            write(item);
        }
        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void Quote(string content, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in content)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
