namespace CnnCourse.Site;

/// <summary>Prints decks with the machine's Chromium.</summary>
public static class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Prints a deck: one page a slide, as reveal.js lays it out for paper, once its script says that all is drawn.</summary>
    /// <exception cref="IOException">There is no Chromium, or it did not print.</exception>
    public static async Task PrintDeckAsync(string html, string pdfFile, CancellationToken stop = default)
    {
        var folder = Directory.CreateTempSubdirectory("course-slides").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            var page = Path.Combine(folder, "deck.html");
            await File.WriteAllTextAsync(page, html, limit.Token).ConfigureAwait(false);
            await using var chromium = await Chromium.StartAsync(Path.Combine(folder, "profile"), new Uri(page).AbsoluteUri + "?print-pdf", limit.Token).ConfigureAwait(false);
            while (!await chromium.IsTrueAsync("'ready' in document.documentElement.dataset", limit.Token).ConfigureAwait(false))
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token).ConfigureAwait(false);
            var pdf = await chromium.PrintAsync(limit.Token).ConfigureAwait(false);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(pdfFile))!);
            await File.WriteAllBytesAsync(pdfFile, pdf, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new IOException($"Chromium did not print the slides within {Patience.TotalMinutes} minutes");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
