using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Resources;

/// <summary>A02 基层服务网点覆盖率: communities that an open site serves.</summary>
static class Coverage
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("A02", "", timeline, grid => grid.QuartersAndYears) { IsStock = true });
        var sites = log.Of<ServiceSite>().ToDictionary(site => site.Id);
        var links = log.Of<SiteCommunity>().ToLookup(link => link.Community);
        for (var month = timeline.First; month <= timeline.Last; month++)
        {
            var there = log.Of<Community>().Where(community => community.IsThere(month)).ToArray();
            var served = there.Where(community => links[community.Id].Any(link => link.IsOpen(month) && sites[link.Site].IsOpen(month))).ToArray();
            table.State(Member.Total, month, served.Length, there.Length);
            foreach (var kind in new[] { "1", "2" })
                table.State(new("community_kind", kind), month, served.Count(community => community.Kind == kind), there.Count(community => community.Kind == kind));
        }
        return [table];
    }
}
