using System.Text.Json.Nodes;

namespace CnnCourse.Notebooks.Tests;

public sealed class JsonOutputTests
{
    [Fact]   // nbformat 4: a JSON MIME type holds JSON, or viewers show nothing
    public void Text_of_a_json_type_is_stored_as_json()
    {
        var data = Output.ToData(new Dictionary<string, object> { ["application/vnd.plotly.v1+json"] = """{"data":[]}""", ["text/plain"] = "{}" });
        Assert.IsType<JsonObject>(data["application/vnd.plotly.v1+json"]);
        Assert.Equal("{}", data["text/plain"]!.GetValue<string>());
    }
}
