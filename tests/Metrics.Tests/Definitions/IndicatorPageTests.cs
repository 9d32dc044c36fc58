using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Tests.Definitions;

/// <summary><c>docs/indicators/</c> says what the definitions say. With DCA_WRITE_DOCS=1 the pages are written instead of compared.</summary>
public sealed class IndicatorPageTests
{
    [Fact]
    public void Pages_AreThoseOfTheDefinitions()
    {
        var folder = Repository.PathOf("docs", "indicators");
        var pages = IndicatorPage.All(IndicatorCatalogue.BuiltIn(), WorkedExample.Of).ToList();
        if (Environment.GetEnvironmentVariable("DCA_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in pages) File.WriteAllText(Path.Combine(folder, file), text);
        }

        Assert.Equal(pages.Select(x => x.File).Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Text, File.ReadAllText(Path.Combine(folder, page.File)).ReplaceLineEndings("\n")));
        Assert.Equal(76, pages.Count);
    }
}
