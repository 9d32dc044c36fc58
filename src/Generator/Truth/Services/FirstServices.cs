using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>B01 首次服务及时率.</summary>
static class FirstServices
{
    const int WorkdaysAllowed = 10;

    public static IEnumerable<TruthTable> Of(CityLog log, WorkCalendar calendar, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("B01", "", timeline, grid => grid.Common));
        var services = log.Of<ServiceCase>().Where(handled => handled.Kind is "3" or "4" or "5" or "6" && handled.Person is not null)
            .ToLookup(handled => handled.Person!.Value.Key, handled => handled.AcceptedDay);
        foreach (var spell in log.Of<UnemploymentSpell>().Where(spell => spell is { Valid: true, JobWill: true, Kind: "1" }))
        {
            // A registration is judged when its ten working days have passed.
            if (calendar.Number(spell.Registered) is not { } registered || registered + WorkdaysAllowed > calendar.Number(timeline.LastDay)) continue;
            var inTime = services[spell.Person.Key].Any(day => day >= spell.Registered && calendar.Number(day) - registered <= WorkdaysAllowed);
            table.Count(Timeline.MonthOf(spell.Registered), inTime, new("sex", spell.Sex), new("education", spell.Education));
        }
        return [table];
    }
}
