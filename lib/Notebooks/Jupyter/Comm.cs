using System.Text.Json.Nodes;
using CnnCourse.Notebooks.Protocol;

namespace CnnCourse.Notebooks;

/// <summary>A line to a piece of user interface in a client.</summary>
public sealed class Comm
{
    private readonly Action<string, object> publish;

    internal Comm(string id, string target, Action<string, object> publish) => (Id, Target, this.publish) = (id, target, publish);

    public string Id { get; }

    public string Target { get; }

    /// <summary>Called on the cells' thread with each message from the client.</summary>
    public Action<JsonObject>? Received { get; set; }

    public void Send(JsonObject data) => publish("comm_msg", new CommMsg(Id, data));
}
