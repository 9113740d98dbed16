namespace CnnCourse.Notebooks;

/// <summary>Puts what a cell shows among the outputs its notebook will keep: runs of text joined, updates applied, clears obeyed.</summary>
internal sealed class OutputCollector(List<Output> outputs, Action<CellEvent>? watch = null) : ICellSink
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (List<Output> Owner, int Index)> displays = [];
    private bool isClearPending;

    public int ChecksPassed { get; private set; }

    public int ChecksFailed { get; private set; }

    /// <summary>What the cell has printed so far.</summary>
    public string Text
    {
        get
        {
            lock (gate)
                return string.Concat(outputs.OfType<Output.Stream>().Select(one => one.Text));
        }
    }

    /// <summary>Lets updates reach displays of earlier cells.</summary>
    public void Continue(OutputCollector earlier)
    {
        foreach (var (id, place) in earlier.displays)
            displays.TryAdd(id, place);
    }

    public void Publish(CellEvent shown)
    {
        lock (gate)
            Add(shown);
        watch?.Invoke(shown);
    }

    private void Add(CellEvent shown)
    {
        if (isClearPending && shown is CellEvent.Stream or CellEvent.Display)
            Clear();
        switch (shown)
        {
            case CellEvent.Stream stream when outputs is [.., Output.Stream last] && last.Name == stream.Name:
                outputs[^1] = last with { Text = last.Text + stream.Text };
                break;
            case CellEvent.Stream stream:
                outputs.Add(new Output.Stream(stream.Name, stream.Text));
                break;
            case CellEvent.Display display:
                displays[display.Id] = (outputs, outputs.Count);
                outputs.Add(new Output.Display(Output.ToData(display.Bundle), []));
                break;
            case CellEvent.Update update when displays.TryGetValue(update.Id, out var place) && place.Index < place.Owner.Count:
                place.Owner[place.Index] = new Output.Display(Output.ToData(update.Bundle), []);
                break;
            case CellEvent.Clear { Wait: true }:
                isClearPending = true;
                break;
            case CellEvent.Clear:
                Clear();
                break;
            case CellEvent.Checked check:
                ChecksPassed += check.Holds ? 1 : 0;
                ChecksFailed += check.Holds ? 0 : 1;
                break;
        }
    }

    private void Clear()
    {
        isClearPending = false;
        outputs.Clear();
        foreach (var id in displays.Where(one => one.Value.Owner == outputs).Select(one => one.Key).ToArray())
            displays.Remove(id);
    }
}
