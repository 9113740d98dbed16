using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks;

/// <summary>What a code cell left in the file.</summary>
public abstract record Output
{
    private Output() { }

    public sealed record Stream(string Name, string Text) : Output;

    /// <param name="Data">MIME type to text or JSON; texts are whole, not split into lines.</param>
    public sealed record Display(JsonObject Data, JsonObject Metadata) : Output;

    public sealed record Result(JsonObject Data, JsonObject Metadata, int? ExecutionCount) : Output;

    public sealed record Error(string Name, string Message, IReadOnlyList<string> Traceback) : Output;

    /// <summary>The bundle as JSON: text stays text, text of a JSON type becomes the node that it spells, bytes become base64.</summary>
    public static JsonObject ToData(IReadOnlyDictionary<string, object> bundle) => new(bundle.Select(one =>
        KeyValuePair.Create(one.Key, one.Value switch
        {
            JsonNode node => node.DeepClone(),
            string text when IsJson(one.Key) => JsonNode.Parse(text),
            string text => JsonValue.Create(text),
            byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
            _ => System.Text.Json.JsonSerializer.SerializeToNode(one.Value),
        })));

    internal static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}
