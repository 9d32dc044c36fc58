using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Pages;

/// <summary>What was published when: one figure was corrected a month after it was first answered.</summary>
public sealed class VintageTests
{
    [Fact]
    public async Task Triangle_ShowsBothAnswers_AndMarksTheCorrection()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder, number: 2), ("Access:AnonymousRole", "Expert"));

        var csv = (await site.Text("/vintages/E05/130100.csv")).Split("\r\n");
        Assert.Equal("indicator,area,period,2024-10-10T00:00:00Z,2024-11-10T00:00:00Z", csv[0].TrimStart('\uFEFF'));
        Assert.Contains("E05,130100,2024-08,3.58,3.83", csv);
        Assert.Contains("E05,130100,2024-07,3.16,3.16", csv);

        var page = await site.Text("/vintages/E05/130100", "zh");
        Assert.Equal(1, page.Split("3.83 ↻").Length - 1);
        Assert.Contains("发布后更正 1 次", page, StringComparison.Ordinal);
        Assert.Contains("+0.25个百分点", page, StringComparison.Ordinal);
        Assert.Contains("<title", await site.Text("/vintages/E05/130100.svg"), StringComparison.Ordinal);
    }
}
