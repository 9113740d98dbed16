using System.Text.Json.Nodes;
using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks;

/// <summary>A line to a piece of user interface in a client.</summary>
public sealed class Comm
{
    private readonly Postman postman;

    internal Comm(string id, string target, Postman postman) => (Id, Target, this.postman) = (id, target, postman);

    public string Id { get; }

    public string Target { get; }

    /// <summary>Called on the cells' thread with each message from the client.</summary>
    public Action<JsonObject>? Received { get; set; }

    public void Send(JsonObject data) => postman.Publish(Cause, "comm_msg", new CommMsg(Id, data));

    /// <summary>The last message from the client: what is sent now is an answer to it.</summary>
    internal Envelope? Cause { get; set; }
}
