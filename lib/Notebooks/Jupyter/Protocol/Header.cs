namespace CnnCourse.Notebooks.Protocol;

/// <summary>The head of every message, Jupyter messaging protocol 5.4.</summary>
internal sealed record Header(string MsgId, string MsgType, string Session = "", string Username = "", string Date = "", string Version = "5.4");
