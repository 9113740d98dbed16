namespace CnnCourse.Tests;

public class LiveLineTests
{
    [Fact]
    public void In_a_notebook_every_text_replaces_the_one_before()
    {
        List<string> shown = [], replaced = [];
        LiveLine.Display = text =>
        {
            shown.Add(text);
            return replaced.Add;
        };
        try
        {
            var line = new LiveLine();
            line.Update("10 %");
            line.Update("60 %");
            line.End("done");
        }
        finally
        {
            LiveLine.Display = null;
        }
        Assert.Equal(["10 %"], shown);
        Assert.Equal(["60 %", "done"], replaced);
    }
}
