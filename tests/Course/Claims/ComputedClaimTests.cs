using CnnCourse.Claims;

namespace CnnCourse.Tests.Claims;

public class ComputedClaimTests
{
    public static TheoryData<string> Computed { get; } =
        [.. Ledger.Course.Claims.Where(claim => Check(claim) is not null).Select(claim => claim.Id)];

    // Their true values hold, beside the answer, a number that is one greater ("w2", "(k-1)/2").
    private static readonly string[] lookAlikes = ["inception.padding", "resnet.example.forward", "sigmoid.025n"];

    public static TheoryData<string> Topics { get; } = [.. Ledger.Course.Topics];

    [Theory]
    [MemberData(nameof(Computed))]
    public void Our_count_equals_the_true_value(string id)
    {
        var claim = Ledger.Course.Claims.Single(claim => claim.Id == id);
        var finding = Finding.Of(claim);
        Assert.True(finding.Outcome == Outcome.Equal, $"{id}: ours is {finding.Ours}, the ledger has {claim.TrueValue}");
    }

    [Theory]
    [MemberData(nameof(Computed))]
    public void A_wrong_number_is_seen(string id)
    {
        var claim = Ledger.Course.Claims.Single(claim => claim.Id == id);
        var numbers = Check(claim)!().ToArray();
        for (var k = 0; k < numbers.Length; k++)
        {
            double[] wrong = [.. numbers];
            wrong[k] += lookAlikes.Contains(claim.BaseId) ? 7 : Math.Max(1, 0.1 * wrong[k]);
            Assert.False(Answer.From(wrong).Agrees(claim.TrueValue), $"{id} does not see that number {k} is wrong: {string.Join("; ", wrong)}");
        }
    }

    [Fact]
    public void Every_check_belongs_to_an_arithmetic_claim() =>
        Assert.All(Finding.Checks.Keys, id => Assert.Equal(ClaimKind.Arithmetic, Ledger.Course.Claims.Single(claim => claim.Id == id).Kind));

    [Fact]
    public void Arithmetic_of_the_networks_of_parts_1_and_2_is_computed()
    {
        var waiting = Ledger.Course.Of(kind: "arithmetic").Where(claim => Check(claim) is null && !Syllabus.IsLater(claim));
        // The number of papers that a text reviews says nothing of a network.
        Assert.Equal(["review.nine.papers"], waiting.Select(claim => claim.Id));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Each_topic_has_a_notebook(string topic) => Assert.True(Syllabus.Knows(topic));

    [Theory]
    [InlineData("lenet5.s2.regime", "notebook 02")]
    [InlineData("alexnet.relu.dead", "notebook 04")]
    [InlineData("yolo.boxes.98", "waits for notebook 18")]
    [InlineData("history.neocognitron.1980s", "cite Fukushima 1980")]
    public void What_is_not_computed_says_where_to_look(string id, string how)
    {
        var finding = Finding.Of(Ledger.Course.Claims.Single(claim => claim.Id == id));
        Assert.Equal(Outcome.NotComputed, finding.Outcome);
        Assert.StartsWith(how, finding.How, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_shows_an_experiment_is_in_its_notebook()
    {
        var shown = Ledger.Course.Claims.Select(Syllabus.CellOf).OfType<string>().Distinct().ToList();
        Assert.NotEmpty(shown);
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CnnCourse.sln"))) root = root.Parent!;
        foreach (var cell in shown)
        {
            var (notebook, section) = (cell[9..11], cell.Split('\'')[1]);
            var file = Directory.GetFiles(Path.Combine(root.FullName, "notebooks"), $"{notebook}-*.ipynb").Single();
            Assert.Contains($"# {section}", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    private static Func<Answer>? Check(Claim claim) => Finding.Checks.GetValueOrDefault(claim.Id) ?? Finding.Checks.GetValueOrDefault(claim.BaseId);
}
