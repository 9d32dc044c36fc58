using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// What mart SQL reads beside source rows: parameters by month (<c>param.*</c>), the last month and day that a source covers for a city (<c>covered.*</c>),
/// areas (<c>place.city</c>, <c>place.district</c>) and numbered working days (<c>calendar.workday</c>).
/// </summary>
static class SideViews
{
    public const string CalendarSource = "workday_calendar";

    // A parameter is a small table with one row a month, so that rules join it by equality and a change of value needs no other SQL.
    const int EarliestMonth = 1980 * 12;
    const int LatestMonth = 2100 * 12;

    /// <param name="coverage">Table that holds what each source covers for each city.</param>
    /// <param name="areas">Table that holds the areas.</param>
    /// <param name="cities">Cities whose areas are kept; null for all.</param>
    public static void Create(
        DuckDBConnection connection, IEnumerable<ParameterRow> parameters, string coverage, string areas, IReadOnlyCollection<string> sources,
        IReadOnlyCollection<string> staged, IReadOnlyCollection<int>? cities)
    {
        connection.Execute("CREATE SCHEMA IF NOT EXISTS param; CREATE SCHEMA IF NOT EXISTS covered; CREATE SCHEMA IF NOT EXISTS place; CREATE SCHEMA IF NOT EXISTS calendar");
        foreach (var parameter in parameters.GroupBy(x => x.Parameter, StringComparer.Ordinal))
            connection.Execute($"""
                CREATE OR REPLACE TABLE param.{Sql.Identifier(parameter.Key)} AS
                SELECT CAST(months.month AS INTEGER) AS month, parameter.area_code, parameter.value
                FROM (VALUES {string.Join(", ", parameter.Select(Row))}) AS parameter (area_code, value, first_month, next_month)
                CROSS JOIN range({EarliestMonth}, {LatestMonth}) AS months (month)
                WHERE months.month >= parameter.first_month
                  AND months.month < parameter.next_month
                """);
        // Months are whole: the day before the next month's first is the last one covered.
        foreach (var source in sources)
            connection.Execute($"""
                CREATE OR REPLACE VIEW covered.{Sql.Identifier(source)} AS
                SELECT city_code,
                       max(last_month) AS last_month,
                       make_date((max(last_month) + 1) // 12, (max(last_month) + 1) % 12 + 1, 1) - 1 AS last_day
                FROM {coverage}
                WHERE source = {Sql.Literal(source)}
                GROUP BY city_code
                """);
        connection.Execute($"""
            CREATE OR REPLACE VIEW place.city AS
            SELECT area_code AS city_code
            FROM {areas}
            WHERE (level = 'city' OR kind = 'municipality'){(cities is null ? "" : $" AND area_code IN ({InputViews.Codes(cities)})")}
            """);
        connection.Execute($"""
            CREATE OR REPLACE VIEW place.district AS
            SELECT area_code AS district_code, parent_code AS city_code
            FROM {areas}
            WHERE level = 'district'{(cities is null ? "" : $" AND parent_code IN ({InputViews.Codes(cities)})")}
            """);
        if (sources.Contains(CalendarSource) && staged.Contains(CalendarSource))
            connection.Execute($"""
                CREATE OR REPLACE VIEW calendar.workday AS
                SELECT day, CAST(sum(CASE WHEN is_workday THEN 1 ELSE 0 END) OVER (ORDER BY day) AS BIGINT) AS number
                FROM input.{CalendarSource}
                """);
    }

    static string Row(ParameterRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"(CAST({row.AreaCode?.ToString(CultureInfo.InvariantCulture) ?? "NULL"} AS INTEGER), CAST({row.Value} AS INTEGER), {row.First.Index}, {row.Next.Index})");
}
