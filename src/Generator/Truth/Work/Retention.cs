using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E16 就业稳定率: newly employed persons who are at work six months later.</summary>
static class Retention
{
    const int MonthsOfFollowUp = 6;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("E16", "", timeline, grid => grid.Quarters));
        var jobs = log.Of<Employment>().Where(job => job.Valid).ToLookup(job => job.Person.Key);
        foreach (var person in log.Of<Employment>().Where(job => job.IsListed).GroupBy(job => (job.Person.Key, Timeline.MonthOf(job.StartedOn) / 12)))
        {
            var started = person.Min(job => job.StartedOn);
            var later = Timeline.MonthsLater(started, MonthsOfFollowUp);
            if (later <= timeline.LastDay) table.Count(Timeline.MonthOf(started), jobs[person.Key.Key].Any(job => job.StartedOn <= later && (job.EndedOn == 0 || job.EndedOn > later)));
        }
        return [table];
    }
}
