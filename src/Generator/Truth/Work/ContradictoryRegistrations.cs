using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>D07 重复与矛盾登记率: of the list of new employment, what repeats a person or contradicts another register.</summary>
static class ContradictoryRegistrations
{
    const int DaysOfOverlap = 30;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("D07", "", timeline, grid => grid.YearsAndYearToDate) { Decimals = 4 });
        var spells = log.Of<UnemploymentSpell>().Where(spell => spell is { Valid: true, Kind: "1" }).ToLookup(spell => spell.Person.Key);
        var gone = log.Of<Attrition>().ToLookup(attrition => attrition.Person.Key);
        foreach (var person in log.Of<Employment>().Where(job => job.IsListed).GroupBy(job => (job.Person.Key, Timeline.MonthOf(job.StartedOn) / 12)))
        {
            var place = 0;
            foreach (var job in person.OrderBy(job => job.StartedOn).ThenBy(job => job.Ordinal))
            {
                var isRepeated = place++ > 0;
                var isUnemployed = spells[job.Person.Key].Any(spell => spell.Registered < job.StartedOn && (spell.Ended == 0 || spell.Ended > job.StartedOn + DaysOfOverlap));
                table.Count(Timeline.MonthOf(job.StartedOn), isRepeated || isUnemployed || gone[job.Person.Key].Any(attrition => attrition.OccurredOn < job.StartedOn));
            }
        }
        return [table];
    }
}
