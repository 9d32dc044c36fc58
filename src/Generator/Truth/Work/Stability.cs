using System.Globalization;
using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E22 就业形势平稳度: months of the last twelve within the target of E05, and how evenly E01 changes.</summary>
static class Stability
{
    const int Window = 12;

    public static IEnumerable<Figure> Of(int city, CityTotals totals, IReadOnlyDictionary<int, long> targets, PeriodGrid grid)
    {
        foreach (var month in grid.Months)
        {
            var months = Enumerable.Range(month.Last - Window + 1, Window).ToArray();
            var rates = months.Select(each => (Rate: totals.OfMonth("E05", each), Target: targets.TryGetValue(each / 12, out var hundredths) ? hundredths / 100m : (decimal?)null)).ToArray();
            var isKnown = rates.All(each => each is { Rate: not null, Target: not null });
            var within = rates.Count(each => each.Rate <= each.Target);
            yield return new("E22", "", city, month.Name, isKnown ? Rounded.Quotient(within * 100, Window, 2) : null) { Numerator = within, Denominator = Window };
            yield return new("E22", "deviation", city, month.Name, Deviation(months, totals));
        }
    }

    // Each change as it would be published, with two decimals; the deviation of all twelve, not of a sample.
    static string? Deviation(int[] months, CityTotals totals)
    {
        BigInteger sum = 0, squares = 0;
        foreach (var month in months)
        {
            if (totals.OfMonth("E01", month) is not { } now || totals.OfMonth("E01", month - 12) is not { } before || before <= 0) return null;
            var change = decimal.Parse(Rounded.Quotient(((BigInteger)now - (BigInteger)before) * 100, (BigInteger)before, 2), CultureInfo.InvariantCulture);
            var hundredths = (BigInteger)(change * 100);
            sum += hundredths;
            squares += hundredths * hundredths;
        }
        return Rounded.Quotient(Rounded.Root(months.Length * squares - sum * sum), months.Length * 100 * Rounded.RootUnit, 2);
    }
}
