using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>C01 服务清单公布率, C04 事项网上可办率.</summary>
static class ServiceLists
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var published = new PartTable(new FigureKind("C01", "", timeline, grid => grid.QuartersAndYears) { IsStock = true });
        var online = new PartTable(new FigureKind("C04", "", timeline, grid => grid.QuartersAndYears) { IsStock = true });
        foreach (var item in log.Of<ServiceItem>())
        {
            var listed = Timeline.MonthOf(item.Listed);
            int? withdrawn = item.Withdrawn > 0 ? Timeline.MonthOf(item.Withdrawn) : null;
            var level = new Member("item_level", item.Level);
            online.Stay(listed, withdrawn, item.IsOnline ? 1 : 0, 1, level);
            if (!item.IsRequired) continue;
            published.Stay(listed, withdrawn, 0, 1, level);
            if (item.IsComplete && item.Published > 0) published.Stay(Math.Max(listed, Timeline.MonthOf(item.Published)), withdrawn, 1, 0, level);
        }
        return [published, online];
    }
}
