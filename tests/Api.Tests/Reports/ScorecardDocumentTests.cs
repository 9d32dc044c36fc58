using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Tests.Reports;

public sealed class ScorecardDocumentTests
{
    [Theory]
    [InlineData("zh", "【合成数据】2024年1—9月，石家庄市列入评估", "超序时")]
    [InlineData("en", "[Synthetic data] 石家庄市, January to September 2024", "Ahead of schedule")]
    public void File_StandsAlone(string language, string headline, string verdict)
    {
        var html = Render(language, synthetic: true);

        Assert.Contains(headline, html, StringComparison.Ordinal);
        Assert.Contains(verdict, html, StringComparison.Ordinal);
        Assert.Contains("E05::130100:2024-09", html, StringComparison.Ordinal);
        foreach (var outside in new[] { "href=", "src=", "http://", "https://", "<script", "url(", "@import" })
            Assert.DoesNotContain(outside, html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfARealRelease_BearsNoMark() => Assert.DoesNotContain("合成数据", Render("zh", synthetic: false), StringComparison.Ordinal);

    static string Render(string language, bool synthetic)
    {
        var folder = Directory.CreateTempSubdirectory("dca-report-").FullName;
        try
        {
            SampleRelease.Publish(folder, synthetic: synthetic);
            var release = new ReleaseStore(Path.Combine(folder, "releases")).Current()!;
            var card = new ScorecardBuilder(RuleSet.Illustrative()).Build(release, release.Areas[130100], new Month(2024, 9));
            return ScorecardDocument.Html(card, language);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
