using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Resources;

/// <summary>A08 网点设施设备达标率.</summary>
static class EquippedSites
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var equipped = new PartTable(new FigureKind("A08", "", timeline, grid => grid.QuartersAndYears) { IsStock = true });
        var unclassed = new PartTable(new FigureKind("A08", "unclassed", timeline, grid => grid.QuartersAndYears) { IsStock = true, IsCount = true, Decimals = 0 });
        var lists = log.Of<EquipmentRequirement>().ToLookup(requirement => requirement.Class, requirement => requirement.Equipment);
        var working = log.Of<SiteEquipment>().Where(equipment => equipment is { Present: true, Working: true }).Select(equipment => (equipment.Site, equipment.Equipment)).ToHashSet();
        foreach (var site in log.Of<ServiceSite>())
        {
            var opened = Timeline.MonthOf(site.Opened);
            int? closed = site.Closed > 0 ? Timeline.MonthOf(site.Closed) : null;
            if (site.Class.Length == 0) unclassed.Stay(opened, closed, 1, 0);
            else if (lists[site.Class].Any()) equipped.Stay(opened, closed, lists[site.Class].All(thing => working.Contains((site.Id, thing))) ? 1 : 0, 1);
        }
        return [equipped, unclassed];
    }
}
