using System.Text;
using System.Text.Json.Nodes;

namespace CnnCourse.Site;

/// <summary>
/// An inverted index as a script that sets one variable, so that it loads from a file as from a server:
/// <c>passages</c> are [page, anchor, heading, text], <c>words</c> map to [passage, weight, passage, weight, ...].
/// </summary>
internal static class SearchIndex
{
    private const int ShortestWord = 2;
    private const int InHeading = 6;
    private const int InTitle = 12;
    private const int MostPerWord = 9;

    public static string Write(IReadOnlyList<Page> pages)
    {
        var (names, passages) = (new JsonArray(), new JsonArray());
        SortedDictionary<string, Dictionary<int, int>> words = new(StringComparer.Ordinal);
        foreach (var (number, page) in pages.Index())
        {
            names.Add(new JsonArray(page.File, page.Title));
            foreach (var passage in page.Passages)
            {
                var place = passages.Count;
                passages.Add(new JsonArray(number, passage.Anchor, passage.Heading, passage.Text));
                Count(passage.Text, 1, place, words);
                Count(passage.Heading, passage.Heading == page.Title ? InTitle : InHeading, place, words);
            }
        }
        var index = new JsonObject
        {
            ["pages"] = names,
            ["passages"] = passages,
            ["words"] = new JsonObject(words.Select(word => KeyValuePair.Create(word.Key,
                (JsonNode?)new JsonArray([.. word.Value.OrderBy(one => one.Key).SelectMany(one => new[] { one.Key, one.Value }).Select(n => (JsonNode)n)])))),
        };
        return $"window.courseIndex = {Html.InScript(index.ToJsonString())};\n";
    }

    /// <summary>Words in lower case, split where the search script splits its query.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant() + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
                continue;
            }
            if (word.Length >= ShortestWord)
                yield return word.ToString();
            word.Clear();
        }
    }

    private static void Count(string text, int weight, int place, SortedDictionary<string, Dictionary<int, int>> words)
    {
        foreach (var word in Words(text))
        {
            if (!words.TryGetValue(word, out var places))
                words[word] = places = [];
            places[place] = Math.Min(places.GetValueOrDefault(place) + weight, Math.Max(MostPerWord, weight) + MostPerWord);
        }
    }
}
