using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E15 长期失业占比: registered unemployed for twelve months and more; and the median of the months.</summary>
static class LongUnemployment
{
    const int LongTerm = 12;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var share = new PartTable(new FigureKind("E15", "", timeline, grid => grid.Common) { IsStock = true });
        var months = new QuantileTable(new FigureKind("E15", "months", timeline, grid => grid.Common) { IsStock = true, Decimals = 1 }, hasPercentile: false);
        foreach (var spell in log.Of<UnemploymentSpell>().Where(spell => spell.IsRegisteredUnemployed))
        {
            var registered = Timeline.MonthOf(spell.Registered);
            int? ended = spell.Ended > 0 ? Timeline.MonthOf(spell.Ended) : null;
            share.Stay(registered, ended, 0, 1);
            share.Stay(registered + LongTerm, ended, 1, 0);
            for (var month = Math.Max(registered, timeline.First); month <= timeline.Last && !(month >= ended); month++) months.Count(month, month - registered);
        }
        return [share, months];
    }
}
