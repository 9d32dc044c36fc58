using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E03 城镇失业人员再就业人数 and its target.</summary>
static class Reemployment
{
    public static IEnumerable<TruthTable> Of(CityLog log, IReadOnlyDictionary<int, long> targets, Timeline timeline)
    {
        var count = new PartTable(new FigureKind("E03", "", timeline, grid => grid.MonthsYearsAndYearToDate) { IsCount = true, Decimals = 0 });
        var completion = Completion.Table("E03", targets, timeline);
        var jobs = log.Of<Employment>().Where(job => job.Valid).ToLookup(job => job.Person.Key, job => job.StartedOn);
        var confirmed = log.Of<UnemploymentSpell>().Where(spell => spell is { Valid: true, Urban: true, Kind: "1", Ended: > 0, EndReason: "1" })
            .Where(spell => jobs[spell.Person.Key].Any(started => started >= spell.Registered && Timeline.MonthOf(started) / 12 == Timeline.MonthOf(spell.Ended) / 12));
        // A person counts once a year.
        foreach (var person in confirmed.GroupBy(spell => (spell.Person.Key, Timeline.MonthOf(spell.Ended) / 12)))
        {
            var month = Timeline.MonthOf(person.Min(spell => spell.Ended));
            count.Count(month, 1, 0);
            completion.Count(month, 1, 0);
        }
        return [count, completion];
    }
}
