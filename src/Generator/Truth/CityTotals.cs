using System.Globalization;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>The totals of one city as they are stated, for figures about figures.</summary>
sealed class CityTotals
{
    readonly Dictionary<(string Indicator, string Period), decimal> _values = [];
    readonly Dictionary<string, TruthPeriod> _periods;
    readonly HashSet<string> _quarterly = new(StringComparer.Ordinal);

    public CityTotals(IEnumerable<Figure> figures, PeriodGrid grid)
    {
        _periods = grid.All.ToDictionary(period => period.Name, StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            if (figure.Variant.Length == 0 && _periods.TryGetValue(figure.Period, out var period) && period.Kind == PeriodKind.Quarter) _quarterly.Add(figure.Indicator);
            if (figure is { Variant: "", Breakdown: "", Value: { } value } && _periods.ContainsKey(figure.Period)) _values[(figure.Indicator, figure.Period)] = decimal.Parse(value, CultureInfo.InvariantCulture);
        }
    }

    public decimal? Value(string indicator, string period) => _values.TryGetValue((indicator, period), out var value) ? value : null;

    public decimal? OfMonth(string indicator, int month) => Value(indicator, TruthPeriod.NameOf(PeriodKind.Month, month));

    /// <summary>The quarter's figure; of an indicator without quarters that of its last month.</summary>
    public decimal? OfQuarter(string indicator, int lastMonth) =>
        _quarterly.Contains(indicator)
            ? Value(indicator, TruthPeriod.NameOf(PeriodKind.Quarter, lastMonth))
            : OfMonth(indicator, lastMonth);

    /// <summary>The value of the period that ends last by a month; of several that end together the longest.</summary>
    public decimal? Latest(string indicator, int month)
    {
        var known = _values.Where(value => value.Key.Indicator == indicator).Select(value => (Period: _periods[value.Key.Period], value.Value))
            .Where(value => value.Period.Last <= month).OrderByDescending(value => value.Period.Last).ThenByDescending(value => value.Period.Rank).ToArray();
        return known.Length == 0 ? null : known[0].Value;
    }

    public int LastMonthOf(string period) => _periods[period].Last;
}
