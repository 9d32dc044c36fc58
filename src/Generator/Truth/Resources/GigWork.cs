using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Resources;

/// <summary>A04 零工市场覆盖率, A05 零工对接成功率.</summary>
static class GigWork
{
    public static IEnumerable<TruthTable> Of(CityLog log, City city, Timeline timeline)
    {
        var covered = new PartTable(new FigureKind("A04", "", timeline, grid => grid.QuartersAndYears) { IsStock = true });
        for (var month = timeline.First; month <= timeline.Last; month++)
        {
            // A market of the city as a whole stands for no district.
            var districts = log.Of<GigMarket>().Where(market => market is { Class: "1", District: > 0 } && market.IsOpen(month)).Select(market => market.District);
            covered.State(Member.Total, month, districts.Distinct().Count(), city.Districts.Length);
        }
        var placed = new PartTable(new FigureKind("A05", "", timeline, grid => grid.Common));
        foreach (var day in log.Of<GigMarketDay>()) placed.Count(Timeline.MonthOf(day.Day), day.Placed, day.Seekers);
        return [covered, placed];
    }
}
