using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>That a city applied in a batch; days are 0 where nobody confirmed.</summary>
sealed record Application(string Batch, int Applied, int ConfirmedByCity, int ConfirmedByProvince);

/// <summary>创建申报: about two cities in three apply in a year.</summary>
sealed class Applications(Scene scene) : RecordTable<Application>("application", scene)
{
    protected override IEnumerable<Application> Records()
    {
        foreach (var year in Scene.Timeline.Years)
        {
            var draw = Scene.Draw("application", year);
            var month = year * 12 + draw.Between(2, 5);
            if (draw.PerMille(350) || month < Scene.Timeline.First || month > Scene.Timeline.Last) continue;
            var applied = Scene.DayIn(month, ref draw);
            yield return new($"{year}年第一批", applied, Scene.Known(applied + draw.Between(1, 9)), draw.PerMille(900) ? Scene.Known(applied + draw.Between(10, 30)) : 0);
        }
    }

    protected override int DayOf(Application application) => application.Applied;

    protected override Application? Before(Application application, ref Draw draw) =>
        application.ConfirmedByProvince > 0 ? application with { ConfirmedByProvince = 0 } : null;

    protected override Cell[] Cells(Application application) =>
    [
        Scene.Area(0), Cell.Of(application.Batch), Cell.Day(application.Applied), Cell.Day(application.ConfirmedByCity), Cell.Day(application.ConfirmedByProvince), Cell.Empty,
    ];
}
