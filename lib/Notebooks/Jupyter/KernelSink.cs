using CnnCourse.Notebooks.Protocol;
using CnnCourse.Notebooks.Transport;

namespace CnnCourse.Notebooks;

/// <summary>Sends what a cell shows to all clients, and asks the one that ran it for input.</summary>
internal sealed class KernelSink(Postman postman, Envelope request, bool isSilent, InputDesk? input) : ICellSink
{
    public void Publish(CellEvent shown)
    {
        if (isSilent)
            return;
        switch (shown)
        {
            case CellEvent.Stream stream:
                postman.Publish(request, "stream", new StreamText(stream.Name, stream.Text));
                break;
            case CellEvent.Display display:
                postman.Publish(request, "display_data", new DisplayData(Output.ToData(display.Bundle), [], new Transient(display.Id)));
                break;
            case CellEvent.Update update:
                postman.Publish(request, "update_display_data", new DisplayData(Output.ToData(update.Bundle), [], new Transient(update.Id)));
                break;
            case CellEvent.Clear clear:
                postman.Publish(request, "clear_output", new ClearOutput(clear.Wait));
                break;
        }
    }

    public string? ReadLine(string prompt) => input is null
        ? throw new InvalidOperationException("This cell reads from the console, and its client does not take questions.")
        : input.Ask(request, prompt);
}
