using CnnCourse.Claims;

namespace CnnCourse.Tests.Claims;

public class LedgerTests
{
    private const string Head = "id,topic,source,section,claim,stated_value,kind,true_value,verdict,how,note";

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_ends()
    {
        var rows = Csv.Read(new StringReader("a,\"b, c\",\"say \"\"so\"\"\"\r\n\"two\nlines\",,last")).ToList();
        Assert.Equal(["a", "b, c", "say \"so\""], rows[0].Fields);
        Assert.Equal(["two\nlines", "", "last"], rows[1].Fields);
        Assert.Equal(2, rows[1].Line);
    }

    [Fact]
    public void Both_kinds_of_line_ends_read_alike_and_empty_lines_are_passed_over()
    {
        var unix = Csv.Read(new StringReader("a,b\n\nc,d\n")).ToList();
        var windows = Csv.Read(new StringReader("a,b\r\n\r\nc,d\r\n")).ToList();
        Assert.Equal([1, 3], unix.Select(row => row.Line));
        Assert.Equal(unix.Select(row => row.Line), windows.Select(row => row.Line));
        Assert.Equal(["c", "d"], windows[1].Fields);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a, \"b\"\nc")]
    [InlineData("")]
    public void A_field_written_is_the_field_read(string field) =>
        Assert.Equal(["x", field], Csv.Read(new StringReader($"x,{Csv.Quoted(field)}\n")).Single().Fields);

    [Theory]
    [InlineData("a,b\"c\n", "line 1")]
    [InlineData("a\n\"b\"c\n", "line 2")]
    [InlineData("a\nb\n\"never\nclosed", "line 3")]
    public void A_misplaced_quote_is_named_with_its_line(string text, string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => Csv.Read(new StringReader(text)).ToList()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("x,t,s,1,c,v,arithmetic,1,confirmed,h\n", "ledger.csv, line 2: 10 fields")]
    [InlineData("x,t,s,1,c,v,rumour,1,confirmed,h,n\n", "line 2: the kind is 'rumour'")]
    [InlineData("x,t,s,1,c,v,record,1,confirmed,h,n\nx,t,s,1,c,v,record,1,confirmed,h,n\n", "line 3: a second claim is called x")]
    public void A_bad_row_is_named_with_its_line(string rows, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Ledger.Read(new StringReader($"{Head}\n{rows}"), "ledger.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Other_columns_are_refused() =>
        Assert.Contains("the columns must be id,topic", Assert.Throws<FormatException>(() => Ledger.Read(new StringReader("a,b\n"), "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_course_has_763_claims_of_which_646_are_distinct()   // the counts that came with the ledger
    {
        Assert.Equal(763, Ledger.Course.Claims.Count);
        Assert.Equal(646, Ledger.Course.Claims.Select(claim => claim.BaseId).Distinct().Count());
        Assert.Equal(227, Ledger.Course.Of(kind: "arithmetic").Select(claim => claim.BaseId).Distinct().Count());
    }

    [Fact]
    public void Topics_and_kinds_filter_and_unknown_ones_offer_the_nearest()
    {
        Assert.All(Ledger.Course.Of("vgg", "Record"), claim => Assert.Equal(("VGG", ClaimKind.Record), (claim.Topic, claim.Kind)));
        Assert.Contains("AlexNet", Assert.Throws<UnknownNameException>(() => Ledger.Course.Of("AlexNot")).Nearest);
        Assert.Contains("record", Assert.Throws<UnknownNameException>(() => Ledger.Course.Of(kind: "recrod")).Nearest);
    }
}
