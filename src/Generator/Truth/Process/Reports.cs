using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>P03 上报数与重算数一致率.</summary>
static class Reports
{
    public static IEnumerable<Figure> Of(int city, CityLog log, CityTotals totals, PeriodGrid grid)
    {
        var compared = log.Of<ReportedValue>().Where(value => totals.Value(value.Indicator, value.Period) is not null)
            .Select(value => (Month: totals.LastMonthOf(value.Period), Agrees: Agrees(value, totals.Value(value.Indicator, value.Period)!.Value))).ToArray();
        foreach (var period in grid.QuartersAndYears)
        {
            var reported = compared.Where(value => value.Month >= period.First && value.Month <= period.Last).ToArray();
            yield return Figure.Ratio("P03", "", city, period with { IsWhole = true }, reported.Count(value => value.Agrees), reported.Length, 100);
        }
    }

    // Without an agreed tolerance: half a unit of the last decimal.
    static bool Agrees(ReportedValue value, decimal recomputed)
    {
        var tolerance = value.Tolerance is { } hundredths ? hundredths / 100m : new decimal(5, 0, 0, isNegative: false, (byte)(recomputed.Scale + 1));
        return Math.Abs(value.Reported / 100m - recomputed) <= tolerance;
    }
}
