namespace CnnCourse.Notebooks.Protocol;

internal sealed record InputRequest(string Prompt, bool Password);

internal sealed record InputReply(string Value);
