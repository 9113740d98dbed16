using CnnCourse.Cli.Syllabus;

namespace CnnCourse.Cli.Tests;

public sealed class Progress_and_syllabus
{
    private const string Notebook = """
        {"cells":[
          {"cell_type":"markdown","id":"a","metadata":{},"source":"# 08 · GoogLeNet\n\n**Paper.** C. Szegedy, W. Liu, Y. Jia, *Going Deeper with Convolutions*, CVPR 2015. We read sections 3 to 6.\n\n**You will build** the network | its modules. And more.\n\n**Time.** Long."},
          {"cell_type":"markdown","id":"b","metadata":{},"source":"As in notebook 04, and unlike notebook 11."},
          {"cell_type":"code","execution_count":null,"id":"c","metadata":{},"outputs":[],"source":"var data = Datasets.FashionMnist(); var more = Scenes.Objects(10, 1);"}],
         "metadata":{"cnncourse":{"seconds":75}},"nbformat":4,"nbformat_minor":5}
        """;

    [Fact]
    public void The_committed_syllabus_is_what_the_notebooks_say()
    {
        using var plan = File.OpenText(Path.Combine(Repository.Root, "data", "syllabus.csv"));
        var page = SyllabusPage.Write(PlannedRow.Read(plan), [.. NotebookFiles.All().Select(NotebookFacts.Of)]);
        Assert.Equal(page, File.ReadAllText(Path.Combine(Repository.Root, "course.md")));
    }

    [Fact]
    public void A_row_is_read_from_the_notebook_and_the_others_from_the_plan()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "08-googlenet.ipynb");
        File.WriteAllText(file, Notebook);
        using var plan = new StringReader("part,number,title,paper,build\nPart 2,08,?,?,?\nPart 2,09,Batch normalisation,Ioffe & Szegedy 2015,\"by hand, both ways\"\n");
        var page = SyllabusPage.Write(PlannedRow.Read(plan), [NotebookFacts.Of(file)]);
        Assert.Contains("2 notebooks in 1 parts, in reading order. 1 are ready", page, StringComparison.Ordinal);
        Assert.Contains("| 08 | GoogLeNet | Szegedy et al. 2015 | the network \\| its modules | Fashion-MNIST, scenes | 04 | 1.25 min |\n", page, StringComparison.Ordinal);
        Assert.Contains("| 09 | Batch normalisation | Ioffe & Szegedy 2015 | by hand, both ways | | | planned |\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A. Author, *One*, Journal 12(3), 1998.", "Author 1998")]
    [InlineData("S. Ioffe, C. Szegedy, *Batch Normalization*, ICML 2015. We read sections 2 to 4.", "Ioffe & Szegedy 2015")]
    [InlineData("D. E. Rumelhart, G. E. Hinton, R. J. Williams, *Learning*, Nature 323, 1986; X. Glorot, Y. Bengio, *Difficulty*, AISTATS 2010.", "Rumelhart et al. 1986; Glorot & Bengio 2010")]
    [InlineData("V. Dumoulin, F. Visin, *A guide*, arXiv:1603.07285, 2016. LeCun et al. 1998, section II-A. W. Luo et al., *Fields*, NIPS 2016.", "Dumoulin & Visin 2016; Luo et al. 2016")]
    [InlineData("All of them: 1998 to 2016. Y. LeCun, K.-R. Müller, *A*, 1998. A. B, *C*, 1999. D. E, *F*, 2000. G. H, *I*, 2001.", "LeCun & Müller 1998; B 1999; E 2000 and more")]
    public void Papers_are_named_by_author_and_year(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "08-x.ipynb");
        File.WriteAllText(file, Notebook.Replace("C. Szegedy, W. Liu, Y. Jia, *Going Deeper with Convolutions*, CVPR 2015. We read sections 3 to 6.", text, StringComparison.Ordinal));
        Assert.Equal(expected, NotebookFacts.Of(file).Paper);
    }

    [Fact]
    public async Task Progress_shows_what_is_solved_and_what_was_tried()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "progress.json");
        File.WriteAllText(file, """{"02.1":{"Attempts":2,"Solved":"2025-03-01T10:00:00+00:00"},"02.2":{"Attempts":1,"Solved":null}}""");
        var answer = await CourseProcess.RunAsync("progress", ("COURSE_PROGRESS", file));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("02 · LeNet-5                             1 of 3", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  ✓ 02.1  solved 2025-03-01: ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  · 02.2  1 answer so far: ", answer.Output, StringComparison.Ordinal);
        Assert.Contains($"kept in {file}", answer.Output, StringComparison.Ordinal);
    }
}
