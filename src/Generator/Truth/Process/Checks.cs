using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>P05 抽查核实率, and the share reached.</summary>
static class Checks
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        PartTable Table(string variant) => new(new FigureKind("P05", variant, timeline, grid => grid.QuartersAndYears) { HasInterval = true });
        var (confirmed, reached) = (Table(""), Table("reach"));
        foreach (var check in log.Of<FieldCheck>())
        {
            var month = Timeline.MonthOf(check.Checked);
            Member indicator = new("indicator", check.Indicator), method = new("method", check.Method);
            reached.Count(month, check.Reached, indicator, method);
            if (check.Reached) confirmed.Count(month, check.Confirmed == true, indicator, method);
        }
        return [confirmed, reached];
    }
}
