namespace CnnCourse.Notebooks.Tests;

public sealed class EditingTests : IDisposable
{
    private readonly Recorder cells = new();

    public void Dispose() => cells.Dispose();

    [Theory]
    [InlineData("Console.Wri|", "WriteLine")]
    [InlineData("Enumerable.Ra|", "Range")]
    [InlineData("new[] { 1 }.Sel|", "Select")]
    [InlineData("\"text\".Subs|", "Substring")]
    [InlineData("System.Tex|", "Text")]
    [InlineData("System.Text.StringB|", "StringBuilder")]
    [InlineData("using System.Net.H|", "Http")]
    [InlineData("DayOfWeek.Fr|", "Friday")]
    [InlineData("var s = \"a\"; s?.Tri|", "Trim")]
    [InlineData("int? n = 1; n?.ToS|", "ToString")]
    [InlineData("earl|", "earlier")]
    [InlineData("earlier.Nam|", "Name")]
    [InlineData("var local = 1;\nfor (var i = 0; i < loc|", "local")]
    [InlineData("int F(int parameter) { return para|", "parameter")]
    [InlineData("new Lay|", "Layer")]
    [InlineData("fore|", "foreach")]
    [InlineData("#!ti|", "#!time")]
    [InlineData("#!time\nearl|", "earlier")]
    [InlineData("displ|", "display")]
    [InlineData("Console.WRI|", "WriteLine")]
    public async Task Completes(string marked, string expected)
    {
        await cells.RunAsync("record Layer(string Name); var earlier = new Layer(\"C1\");");
        var (code, position) = Place(marked);
        var found = await cells.Session.CompleteAsync(code, position);
        Assert.Contains(expected, found.Items.Select(item => item.Text));
        Assert.Equal(position, found.End);
    }

    [Theory]
    [InlineData("\"Console.Wri|\"")]
    [InlineData("// Conso|")]
    [InlineData("nothing.Wri|")]
    public async Task Offers_nothing_in_texts_comments_and_after_unknown_names(string marked)
    {
        var (code, position) = Place(marked);
        Assert.Empty((await cells.Session.CompleteAsync(code, position)).Items);
    }

    [Fact]
    public async Task Static_and_instance_members_are_kept_apart()
    {
        var statics = (await cells.Session.CompleteAsync("string.", 7)).Items.Select(item => item.Text).ToArray();
        Assert.Contains("IsNullOrEmpty", statics);
        Assert.DoesNotContain("Substring", statics);
        var members = (await cells.Session.CompleteAsync("\"\".", 3)).Items.Select(item => item.Text).ToArray();
        Assert.Contains("Substring", members);
        Assert.DoesNotContain("IsNullOrEmpty", members);
    }

    [Theory]
    [InlineData("Math.A|bs(1)", "Math.Abs(int value)", "absolute value")]
    [InlineData("Check.Equal(|", "Check.Equal", "Sequences are equal")]
    [InlineData("earli|er", "Layer", "")]
    [InlineData("new List<int>(|3)", "List<int>.List(int capacity)", "initial capacity")]
    public async Task Shows_signature_and_documentation(string marked, string signature, string documentation)
    {
        await cells.RunAsync("record Layer(string Name); var earlier = new Layer(\"C1\");");
        var (code, position) = Place(marked);
        var found = await cells.Session.InspectAsync(code, position);
        Assert.Contains(signature, found!.Signature, StringComparison.Ordinal);
        Assert.Contains(documentation, found.Documentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_nothing_of_empty_text() => Assert.Null(await cells.Session.InspectAsync("", 0));

    [Theory]
    [InlineData("a🙂b", 3, 4)]
    [InlineData("a🙂b", 2, 3)]
    [InlineData("a🙂b", 9, 4)]
    [InlineData("abc", 2, 2)]
    public void Characters_and_units_are_converted(string text, int characters, int units)
    {
        Assert.Equal(units, EditingDesk.ToUnits(text, characters));
        Assert.Equal(Math.Min(characters, 3), EditingDesk.ToCharacters(text, units));
    }

    private static (string Code, int Position) Place(string marked) =>
        (marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal));
}
