using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>A run of months, both ends included, as month indexes.</summary>
public readonly record struct MonthRange(int First, int Last)
{
    public bool Holds(int month) => month >= First && month <= Last;

    public bool Holds(int first, int last) => first >= First && last <= Last;

    public MonthRange Hull(MonthRange other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));
}

/// <summary>Which months each city's sources speak about. Outside them there is no data, not zero.</summary>
public sealed class Coverage(IReadOnlyDictionary<(string Source, int City), MonthRange> ranges)
{
    public IReadOnlyDictionary<(string Source, int City), MonthRange> Ranges { get; } = ranges;

    public MonthRange? Of(string source, int city) => Ranges.TryGetValue((source, city), out var range) ? range : null;

    /// <summary>From the first to the last month that any source of the city speaks about.</summary>
    public IReadOnlyDictionary<int, MonthRange> ByCity { get; } = ranges
        .GroupBy(x => x.Key.City, x => x.Value)
        .ToDictionary(x => x.Key, x => x.Aggregate((left, right) => left.Hull(right)));

    public static Coverage Read(DuckDBConnection connection) => new(connection.Query(
        "SELECT source, city_code, min(first_month), max(last_month) FROM ops.coverage GROUP BY ALL",
        row => (Key: (row.GetString(0), row.GetInt32(1)), Range: new MonthRange(row.GetInt32(2), row.GetInt32(3))))
        .ToDictionary(x => x.Key, x => x.Range));
}
