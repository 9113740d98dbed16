using System.Text.Json.Nodes;
using CnnCourse.Notebooks.Protocol;

namespace CnnCourse.Notebooks;

/// <summary>Answers editors. Jupyter counts Unicode characters, .NET UTF-16 units: an emoji is one there and two here.</summary>
internal sealed class EditingDesk(Session session)
{
    public async Task<CompleteReply> CompleteAsync(CompleteRequest asked)
    {
        var found = await session.CompleteAsync(asked.Code, ToUnits(asked.Code, asked.CursorPos)).ConfigureAwait(false);
        var (start, end) = (ToCharacters(asked.Code, found.Start), ToCharacters(asked.Code, found.End));
        var kinds = new JsonArray([.. found.Items.Select(item => new JsonObject
        {
            ["start"] = start,
            ["end"] = end,
            ["text"] = item.Text,
            ["type"] = item.Kind,
            ["signature"] = item.Signature,
        })]);
        return new CompleteReply([.. found.Items.Select(item => item.Text)], start, end, new JsonObject { ["_jupyter_types_experimental"] = kinds });
    }

    public async Task<InspectReply> InspectAsync(InspectRequest asked)
    {
        var found = await session.InspectAsync(asked.Code, ToUnits(asked.Code, asked.CursorPos)).ConfigureAwait(false);
        if (found is null)
            return new InspectReply(false, [], []);
        return new InspectReply(true, new JsonObject
        {
            ["text/plain"] = found.Documentation.Length == 0 ? found.Signature : $"{found.Signature}\n\n{found.Documentation}",
            ["text/markdown"] = $"```csharp\n{found.Signature}\n```\n\n{found.Documentation}",
        }, []);
    }

    public static IsCompleteReply Judge(IsCompleteRequest asked)
    {
        var (status, indent) = Completeness.Of(asked.Code);
        return new IsCompleteReply(status, indent);
    }

    internal static int ToUnits(string text, int characters)
    {
        var units = 0;
        for (var i = 0; i < characters && units < text.Length; i++)
            units += units + 1 < text.Length && char.IsSurrogatePair(text, units) ? 2 : 1;
        return units;
    }

    internal static int ToCharacters(string text, int units) =>
        Enumerable.Range(0, Math.Min(units, text.Length)).Count(i => !(i > 0 && char.IsSurrogatePair(text, i - 1)));
}
