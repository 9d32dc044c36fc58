using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>B02 就业登记及时率: hires and ends of unit employment.</summary>
static class RegistrationEvents
{
    const int DaysForHires = 30, DaysForLeaves = 15;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("B02", "", timeline, grid => grid.Common));
        foreach (var job in log.Of<Employment>().Where(job => job is { Valid: true, Form: "1" }))
        {
            table.Count(Timeline.MonthOf(job.StartedOn), job.RegisteredOn - job.StartedOn <= DaysForHires, new Member("event", "hire"));
            if (job.EndedOn == 0) continue;
            var isTimely = job.EndRegisteredOn > 0 && job.EndRegisteredOn - job.EndedOn <= DaysForLeaves;
            table.Count(Timeline.MonthOf(job.EndedOn), isTimely, new Member("event", "leave"));
        }
        return [table];
    }
}
