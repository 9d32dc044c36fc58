using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A service site; the class is empty where it was never rated, the day of its end 0 while it is in use.</summary>
sealed record ServiceSite(string Id, string Name, string Class, int Opened, int Closed, int District)
{
    public bool IsOpen(int month) => Timeline.MonthOf(Opened) <= month && (Closed == 0 || Timeline.MonthOf(Closed) > month);
}

/// <summary>服务网点: a few for each district, some rated in no class.</summary>
sealed class ServiceSites(Scene scene) : RecordTable<ServiceSite>("service_site", scene)
{
    const int Fewest = 5, PerDistrict = 3;

    protected override IEnumerable<ServiceSite> Records()
    {
        for (var number = 0; number < Fewest + PerDistrict * Scene.City.Districts.Length; number++)
        {
            var draw = Scene.Draw("service_site", number);
            var opened = Scene.Timeline.FirstDay + (draw.PerMille(700) ? -draw.Between(30, 4000) : draw.Between(0, Scene.Timeline.Months * 25));
            yield return new(
                Scene.Id("WD", number), $"合成就业服务网点{number + 1}", draw.PerMille(120) ? "" : Choices.Digit(draw.Weighted([200, 350, 450]) + 1), opened,
                draw.PerMille(80) ? Scene.Known(Math.Max(opened, Scene.Timeline.FirstDay) + draw.Between(20, 900)) : 0, Scene.SomeDistrict(ref draw));
        }
    }

    protected override int DayOf(ServiceSite site) => site.Opened;

    protected override ServiceSite? Before(ServiceSite site, ref Draw draw) =>
        site.Closed > 0 ? site with { Closed = 0 } : site.Class.Length > 0 && draw.PerMille(60) ? site with { Class = "" } : null;

    protected override Cell[] Cells(ServiceSite site) =>
    [
        Cell.Of(site.Id), Cell.Of(site.Name), Cell.Code(site.Class), Scene.Area(site.District), Cell.Hundredths(site.Opened % 37 * 1000L + 4000),
        Cell.Day(site.Opened), Cell.Day(site.Closed), Cell.Empty,
    ];
}
