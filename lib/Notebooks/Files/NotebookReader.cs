using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>Reads nbformat 4.0 to 4.5 and says what is wrong with anything else.</summary>
internal static class NotebookReader
{
    private const int Major = 4;

    public static Notebook Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFormatException(path, "there is no such file.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(path, $"cannot be read: {failure.Message}", failure);
        }
        catch (JsonException failure)
        {
            throw new NotebookFormatException(path,
                $"is not JSON (line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}), so it is not a notebook. Was it cut short or merged with conflict marks?", failure);
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            throw new NotebookFormatException(path, $"is damaged: {failure.Message}", failure);
        }
    }

    private static Notebook Parse(byte[] json, string path)
    {
        if (JsonNode.Parse(json) is not JsonObject root || root["nbformat"] is not JsonValue format || !format.TryGetValue(out int major))
            throw new NotebookFormatException(path, "is JSON but not a notebook: it has no \"nbformat\" number.");
        if (major != Major)
            throw new NotebookFormatException(path, $"has nbformat {major}; only {Major} is read. Convert it with: jupyter nbconvert --to notebook --nbformat 4 FILE");
        if (root["cells"] is not JsonArray cells)
            throw new NotebookFormatException(path, "is JSON but not a notebook: it has no list of \"cells\".");
        var notebook = new Notebook { Metadata = Take(root["metadata"]) };
        HashSet<string> ids = [];
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not JsonObject cell)
                throw new NotebookFormatException(path, $"cell {i + 1} is not an object.");
            notebook.Cells.Add(ReadCell(cell, i, ids, path));
        }
        return notebook;
    }

    private static Cell ReadCell(JsonObject cell, int index, HashSet<string> ids, string path)
    {
        var kind = Notebook.Text(cell["cell_type"]);
        var id = Notebook.Text(cell["id"]) ?? "";
        while (!ids.Add(id) || id.Length == 0)
            id = "cell-" + (index + 1).ToString(CultureInfo.InvariantCulture) + (id.StartsWith("cell-", StringComparison.Ordinal) ? id[5..] : "");
        return new Cell
        {
            Kind = kind switch
            {
                "code" => CellKind.Code,
                "markdown" => CellKind.Markdown,
                "raw" => CellKind.Raw,
                _ => throw new NotebookFormatException(path, $"cell {index + 1} has the type \"{kind}\"; there are code, markdown and raw."),
            },
            Id = id,
            Source = Joined(cell["source"]),
            Metadata = Take(cell["metadata"]),
            Attachments = cell["attachments"] is JsonObject attachments ? Take(attachments) : null,
            ExecutionCount = cell["execution_count"]?.GetValue<int>(),
            Outputs = cell["outputs"] is JsonArray outputs ? [.. outputs.OfType<JsonObject>().Select(one => ReadOutput(one, index, path))] : [],
        };
    }

    private static Output ReadOutput(JsonObject output, int index, string path) => Notebook.Text(output["output_type"]) switch
    {
        "stream" => new Output.Stream(Notebook.Text(output["name"]) ?? "stdout", Joined(output["text"])),
        "display_data" => new Output.Display(ReadData(output["data"]), Take(output["metadata"])),
        "execute_result" => new Output.Result(ReadData(output["data"]), Take(output["metadata"]), output["execution_count"]?.GetValue<int>()),
        "error" => new Output.Error(Notebook.Text(output["ename"]) ?? "", Notebook.Text(output["evalue"]) ?? "",
            [.. (output["traceback"] as JsonArray ?? []).Select(line => Notebook.Text(line) ?? "")]),
        var other => throw new NotebookFormatException(path, $"cell {index + 1} has an output of the unknown type \"{other}\"."),
    };

    private static JsonObject ReadData(JsonNode? data) => new((data as JsonObject ?? []).Select(one =>
        KeyValuePair.Create(one.Key, IsText(one.Key) && one.Value is JsonArray ? Joined(one.Value) : one.Value?.DeepClone())));

    /// <summary>Only JSON types hold arrays that are not lines of text.</summary>
    private static bool IsText(string mimeType) =>
        mimeType != "application/json" && !mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static string Joined(JsonNode? lines) =>
        lines is JsonArray many ? string.Concat(many.Select(line => Notebook.Text(line))) : Notebook.Text(lines) ?? "";

    private static JsonObject Take(JsonNode? node) => node is JsonObject found ? (JsonObject)found.DeepClone() : [];
}
