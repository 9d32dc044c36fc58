using System.Reflection;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>The monthly series that are forecast, of every city, province and the nation: new urban jobs, registered unemployed, openings, seekers.</summary>
public static class FigureSeries
{
    /// <summary>From a release.</summary>
    public static IReadOnlyList<TimeSeries> OfRelease(string file, CancellationToken cancel) =>
        Read($"DataSource={file};ACCESS_MODE=READ_ONLY", "Models/Forecasts/figures_of_release.sql", "", cancel);

    /// <summary>From the stated truth of a generated folder.</summary>
    public static IReadOnlyList<TimeSeries> OfGenerated(string folder, CancellationToken cancel) =>
        Read("DataSource=:memory:", "Models/Forecasts/figures_of_truth.sql", Path.Combine(folder, "truth", "observations.csv"), cancel);

    static IReadOnlyList<TimeSeries> Read(string source, string figures, string file, CancellationToken cancel)
    {
        using var connection = new DuckDBConnection(source + ";autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        connection.Execute(Text(figures).Replace("$file", Sql.Literal(file), StringComparison.Ordinal));
        cancel.ThrowIfCancellationRequested();
        return Monthly(connection.Query(Text("Models/Forecasts/monthly_series.sql"), row => (row.GetString(0), row.GetInt32(1), row.GetString(2), (double)row.GetDecimal(3))));
    }

    static IReadOnlyList<TimeSeries> Monthly(List<(string Measure, int Area, string Period, double Value)> rows)
    {
        // A panel ends at one month; a series that ends earlier has missing months at its end.
        var last = rows.Count == 0 ? default : rows.Max(row => Month.Parse(row.Period));
        return [.. rows.GroupBy(row => (row.Measure, row.Area)).Select(group =>
        {
            var values = group.ToDictionary(row => Month.Parse(row.Period), row => (double?)row.Value);
            var first = values.Keys.Min();
            var months = Enumerable.Range(0, last - first + 1).Select(i => first + i).ToList();
            return new TimeSeries($"{group.Key.Measure} {group.Key.Area}", 12, [.. months.Select(month => month.ToString())], [.. months.Select(month => values.GetValueOrDefault(month))])
            {
                Group = group.Key.Measure,
            };
        })];
    }

    static string Text(string path) => EmbeddedText.Read(Assembly.GetExecutingAssembly(), path);
}
