using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.KeyGroups;

/// <summary>B03 实名制服务率: a contact, guidance, placement, and training or assistance since the person came onto the list.</summary>
static class ListedService
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("B03", "", timeline, grid => grid.Common) { IsStock = true });
        var services = log.Of<ServiceCase>().Where(handled => handled.Person is not null).ToLookup(handled => handled.Person!.Value.Key);
        foreach (var entry in log.Of<RosterEntry>().Where(entry => entry.JobWill))
        {
            var entered = Timeline.MonthOf(entry.Entered);
            int? left = entry.Left > 0 ? Timeline.MonthOf(entry.Left) : null;
            var group = new Member("key_group", entry.Group);
            table.Stay(entered, left, 0, 1, group);
            var cases = services[entry.Person.Key].Where(handled => handled.AcceptedDay >= entry.Entered).ToArray();
            int?[] conditions = [entry.Contacted > 0 ? entry.Contacted : null, First(cases, "3"), First(cases, "4"), First(cases, "5", "6")];
            if (conditions.All(day => day is not null)) table.Stay(Math.Max(entered, conditions.Max(day => Timeline.MonthOf(day!.Value))), left, 1, 0, group);
        }
        return [table];
    }

    static int? First(IEnumerable<ServiceCase> cases, params string[] kinds) =>
        cases.Where(handled => kinds.Contains(handled.Kind)).Min(handled => (int?)handled.AcceptedDay);
}
