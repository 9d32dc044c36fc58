using System.Reflection;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Models.Anomalies;

/// <summary>Bursts of postings that repeat another one of their city and month word for word, under another number.</summary>
public static class PostingAnomalies
{
    public static IReadOnlyList<AnomalyFlag> Of(DuckDBConnection warehouse) =>
    [
        .. warehouse.Query(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Models/Anomalies/repeated_postings.sql"),
                row => (City: row.GetInt32(0), Month: new Month(row.GetInt32(1)), Rows: row.GetInt64(2), Repeats: row.GetInt64(3)))
            .GroupBy(row => row.City)
            .SelectMany(city => city.Select((row, at) => TableAnomalies.DuplicateBurst(
                $"job_postings {row.City}", row.Month.ToString(), row.Rows, row.Repeats, [.. city.Take(at).Select(before => (double)before.Repeats / before.Rows)])))
            .OfType<AnomalyFlag>(),
    ];
}
