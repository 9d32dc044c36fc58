using System.Globalization;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>E01 城镇新增就业, E02 任务完成率, E05 城镇登记失业率.</summary>
static class EmploymentFigures
{
    /// <summary>E01 and E05 without breakdowns: what districts have too.</summary>
    public static IEnumerable<Figure> OfHeads(int area, Headcount heads, PeriodGrid grid)
    {
        foreach (var period in grid.WithYearToDate.Concat(grid.Rolling12))
            yield return Count("", area, period, heads.Gross.Sum(period.First, period.Last) - heads.Attrition.Sum(period.First, period.Last));
        foreach (var period in grid.ReportMonths)
            yield return Count("", area, period, heads.ReportMonths.Sum(period.First, period.Last));
        foreach (var period in grid.Common)
        {
            var unemployed = heads.Unemployed.In(period.Last);
            yield return heads.StockAt(period.Last) is { } stock
                ? Figure.Ratio("E05", "", area, period with { IsWhole = true }, unemployed, unemployed + stock, 100)
                : new("E05", "", area, period.Name, null);
        }
    }

    public static IEnumerable<Figure> OfTally(int area, Tally tally, PeriodGrid grid)
    {
        foreach (var period in grid.WithYearToDate)
        {
            yield return Count("gross", area, period, tally.Heads.Gross.Sum(period.First, period.Last));
            if (!period.IsWhole) continue;
            foreach (var ((dimension, member), series) in tally.GrossBy)
                if (series.Sum(period.First, period.Last) is > 0 and var count)
                    yield return Count("gross", area, period, count) with { Breakdown = dimension, Member = member };
        }
        foreach (var period in grid.YearToDate)
        {
            var net = tally.Heads.Gross.Sum(period.First, period.Last) - tally.Heads.Attrition.Sum(period.First, period.Last);
            // The target is written in hundredths in some places and whole in others, so only the ratio is compared.
            yield return Figure.Ratio("E02", "", area, period, net, tally.Targets[period.Year] ?? 0, 100) with { Numerator = null, Denominator = null };
        }
    }

    static Figure Count(string variant, int area, TruthPeriod period, long count) =>
        new("E01", variant, area, period.Name, period.IsWhole ? count.ToString(CultureInfo.InvariantCulture) : null) { Numerator = count };
}
