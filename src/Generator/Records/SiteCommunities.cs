using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>That a site serves a community, from one day to another; 0 for no end.</summary>
sealed record SiteCommunity(string Site, string Community, int From, int To, int District)
{
    public bool IsOpen(int month) => Timeline.MonthOf(From) <= month && (To == 0 || Timeline.MonthOf(To) > month);
}

/// <summary>网点服务范围: most communities have a site, some several, some none yet.</summary>
sealed class SiteCommunities(Scene scene) : RecordTable<SiteCommunity>("site_community", scene)
{
    protected override IEnumerable<SiteCommunity> Records()
    {
        var sites = Scene.Log.Of<ServiceSite>();
        var number = 0;
        foreach (var community in Scene.Log.Of<Community>())
        {
            var draw = Scene.Draw("site_community", number++);
            var first = draw.Below(sites.Count);
            for (var link = 0; link < draw.Weighted([90, 700, 210]); link++)
            {
                var site = sites[(first + link) % sites.Count];
                var from = Math.Max(site.Opened, community.Opened) + draw.Between(0, 250);
                if (Scene.Known(from) > 0)
                    yield return new(site.Id, community.Id, from, draw.PerMille(120) ? Scene.Known(Math.Max(from, Scene.Timeline.FirstDay) + draw.Between(10, 700)) : 0, community.District);
            }
        }
    }

    protected override int DayOf(SiteCommunity link) => link.From;

    protected override SiteCommunity? Before(SiteCommunity link, ref Draw draw) => link.To > 0 ? link with { To = 0 } : null;

    protected override Cell[] Cells(SiteCommunity link) =>
        [Cell.Of(link.Site), Cell.Of(link.Community), Scene.Area(link.District), Cell.Day(link.From), Cell.Day(link.To), Cell.Empty];
}
