using System.Collections.Concurrent;
using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;
using CnnCourse.Notebooks.Cells;

namespace CnnCourse.Notebooks;

/// <summary>Questions to clients over the stdin channel, one at a time.</summary>
internal sealed class InputDesk(Postman postman)
{
    private readonly BlockingCollection<string> answers = [];

    public string Ask(Envelope request, string prompt)
    {
        while (answers.TryTake(out _))
        {
        }
        postman.Ask(Channel.Stdin, request, "input_request", new InputRequest(prompt, Password: false));
        return answers.Take(Interrupt.Token);
    }

    public void Deliver(Envelope reply) => answers.Add(reply.Read<InputReply>().Value);
}
