using CnnCourse.Models;

namespace CnnCourse.Tests.Models;

public class PublishedTests
{
    [Fact]
    public void Every_result_belongs_to_a_network_of_the_zoo_and_has_a_source() =>
        Assert.All(Published.Errors, e =>
        {
            Assert.Contains(e.Network, ModelZoo.Names);
            Assert.InRange(e.Top5, 1, 30);
            Assert.Matches(@"\d{4}", e.Source);
        });

    [Fact]   // the contests' result lists: 28.2, 25.8, 15.3, 11.2, 6.7, 3.57
    public void Each_winner_erred_less_and_was_no_shallower()
    {
        Assert.Equal([2010, 2011, 2012, 2013, 2014, 2015], Published.Winners.Select(w => w.Year));
        foreach (var (earlier, later) in Published.Winners.Zip(Published.Winners.Skip(1)))
        {
            Assert.True(later.Top5 < earlier.Top5, later.Entry);
            Assert.True(later.Depth >= earlier.Depth, later.Entry);
        }
    }
}
