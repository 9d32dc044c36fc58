using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Models.Matching;

/// <summary>People who look for the same, or openings that ask for the same. What is not stated is null and rules nobody out.</summary>
/// <param name="Occupation">Code of the occupation, as deep as it is stated; 0 for any.</param>
/// <param name="Education">What a seeker has, or what an opening asks for at least.</param>
/// <param name="Pay">What a seeker wants at least, or what an opening pays at most, in yuan a month.</param>
/// <param name="Experience">Years that a seeker has, or that an opening asks for.</param>
public sealed record MatchGroup(int City, string Occupation, string? Education, decimal? Pay, int? Experience, long Count);

/// <summary>Reads both sides: effective rows of a period from the warehouse, as E12 takes them, or a table each.</summary>
public static class MatchRows
{
    public static IReadOnlyList<MatchGroup> Openings(DuckDBConnection warehouse, Period period) => Read(warehouse, "openings", period);

    public static IReadOnlyList<MatchGroup> Seekers(DuckDBConnection warehouse, Period period) => Read(warehouse, "seekers", period);

    /// <summary>A table with the columns city and occupation, and education, pay, experience and count where it has them.</summary>
    /// <exception cref="FormatException">A column is missing or a cell is no number.</exception>
    public static IReadOnlyList<MatchGroup> Of(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (city, occupation) = (table.Column("city"), table.Column("occupation"));
        string? Cell(IReadOnlyList<string> row, string column) => table.Has(column) && row[table.Column(column)].Trim() is { Length: > 0 } text ? text : null;
        decimal? Number(IReadOnlyList<string> row, string column) => Cell(row, column) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"{column} is '{text}', expected a number.");
        return [.. table.Rows.Select(row => new MatchGroup(
            int.Parse(row[city], CultureInfo.InvariantCulture), row[occupation].Trim(), Cell(row, "education"), Number(row, "pay"), (int?)Number(row, "experience"), (long)(Number(row, "count") ?? 1)))];
    }

    static List<MatchGroup> Read(DuckDBConnection warehouse, string side, Period period) => warehouse.Query(
        EmbeddedText.Read(Assembly.GetExecutingAssembly(), $"Models/Matching/{side}.sql"),
        row => new MatchGroup(row.GetInt32(0), row.GetString(1), row.TextOrNull(2), row.IsDBNull(3) ? null : row.GetDecimal(3), null, row.GetInt64(4)),
        ("first", period.First.Index), ("last", period.Last.Index));
}
