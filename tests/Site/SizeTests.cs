namespace CnnCourse.Site.Tests;

public class SizeTests(SampleCourse course) : IClassFixture<SampleCourse>
{
    private const long MostBytes = 15 << 20;

    [Fact]
    public void The_courses_own_site_stays_small()
    {
        var folder = course.NewFolder("own");
        SiteBuilder.Build([.. Directory.GetFiles(Path.Combine(Repo.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)], folder);
        Assert.InRange(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, MostBytes);
    }
}
