using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>E23 典型经验数, P04 佐证材料完整率.</summary>
static class Papers
{
    const int ClausesOfTheStandard = 26;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var experiences = new PartTable(new FigureKind("E23", "", timeline, grid => grid.Years) { IsCount = true, Decimals = 0 });
        var complete = new PartTable(new FigureKind("P04", "", timeline, grid => grid.Years));
        foreach (var year in log.Of<EvidencePaper>().GroupBy(paper => Timeline.MonthOf(paper.Dated) / 12))
        {
            var published = year.Where(paper => paper is { Kind: "4", Experience.Length: > 0 } && (paper.Level is "1" or "2" || paper.AdoptedElsewhere == true));
            experiences.Count(year.Key * 12, published.Select(paper => paper.Experience).Distinct().Count(), 0);
            var lastDay = new DateOnly(year.Key, 12, 31).DayNumber;
            complete.Count(year.Key * 12, year.Where(paper => paper.ValidTo == 0 || paper.ValidTo >= lastDay).Select(paper => paper.Clause).Distinct().Count(), 0);
        }
        foreach (var year in timeline.Years) complete.Count(year * 12, 0, ClausesOfTheStandard);
        return [experiences, complete];
    }
}
