using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>D03 数据报送及时率, D08 市场供求信息按期发布率.</summary>
static class Punctuality
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var reports = new PartTable(new FigureKind("D03", "", timeline, grid => grid.Common));
        var byReportMonth = new PartTable(new FigureKind("D03", "", timeline, grid => grid.ReportMonths));
        foreach (var batch in log.Of<ReportBatch>())
        {
            var (day, isOnTime) = ((int)(batch.Due / 86_400), batch.Accepted > 0 && batch.Accepted <= batch.Due);
            reports.Count(Timeline.MonthOf(day), isOnTime);
            byReportMonth.Count(Timeline.ReportMonthOf(day), isOnTime);
        }
        var releases = new PartTable(new FigureKind("D08", "", timeline, grid => grid.QuartersAndYears) { Decimals = 0 });
        foreach (var release in log.Of<MarketRelease>()) releases.Count(Timeline.MonthOf(release.Due), release.Published > 0 && release.Published <= release.Due);
        return [reports, byReportMonth, releases];
    }
}
