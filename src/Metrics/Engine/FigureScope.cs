using System.Globalization;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Which figures a computation makes anew.</summary>
/// <param name="Areas">Codes of their areas; null for all there are or were.</param>
/// <param name="Indicators">Codes of their indicators; null for all there are or were.</param>
sealed record FigureScope(IReadOnlySet<int>? Areas, IReadOnlySet<string>? Indicators)
{
    // The codes of a city and its districts lie within a hundred. More ranges than these cost more than they leave out.
    const int WithinCity = 100;
    const int MostRanges = 8;

    public static FigureScope Everything { get; } = new(null, null);

    public bool IsEverything => Areas is null && Indicators is null;

    public bool Holds(string indicator) => Indicators?.Contains(indicator) != false;

    /// <summary>The condition that a row is one of these figures.</summary>
    public string Condition => string.Join(" AND ", [
        Areas is null ? "true" : $"area_code IN ({InputViews.Codes(Areas.Append(Area.NoCity))})",
        Indicators is null ? "true" : $"indicator IN ({string.Join(", ", Indicators.Order(StringComparer.Ordinal).Append("").Select(Sql.Literal))})"]);

    /// <summary>
    /// A query of these figures. Bounds of the area and one indicator are compared while a table is scanned, and nothing else is read of the rows
    /// outside; lists of codes are looked up only after whole rows were read.
    /// </summary>
    /// <param name="rows">A query of rows that ends in conditions.</param>
    public string Of(string rows)
    {
        if (Areas is null) return $"{rows} AND {Condition}";
        var near = string.Join(" OR ", Ranges(Areas).Select(range => string.Create(CultureInfo.InvariantCulture, $"area_code BETWEEN {range.First} AND {range.Last}")));
        var scans = Indicators is null ? [$"{rows} AND ({near})"] : Indicators.Order(StringComparer.Ordinal).Append("").Select(x => $"{rows} AND ({near}) AND indicator = {Sql.Literal(x)}");
        return $"SELECT * FROM ({string.Join(" UNION ALL ", scans)}) AS near WHERE {Condition}";
    }

    /// <summary>The codes between a few bounds, parted where the widest gaps are.</summary>
    static IEnumerable<(int First, int Last)> Ranges(IEnumerable<int> codes)
    {
        var ordered = codes.Append(Area.NoCity).Distinct().Order().ToList();
        var starts = Enumerable.Range(1, ordered.Count - 1).Where(place => ordered[place] - ordered[place - 1] > WithinCity)
            .OrderByDescending(place => ordered[place] - ordered[place - 1]).Take(MostRanges - 1).Prepend(0).Order().ToList();
        return starts.Select((start, range) => (ordered[start], ordered[range + 1 < starts.Count ? starts[range + 1] - 1 : ^1]));
    }
}
