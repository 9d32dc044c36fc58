using System.Globalization;
using System.Runtime.CompilerServices;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Api.Quality;

/// <summary>Rows of one load that one rule refused or remarked on.</summary>
public sealed record RuleCount(int LoadId, string Source, string Rule, string Column, string Severity, long Rows);

/// <summary>A load with the cities whose rows it holds and the months that they speak about; no cities where every row was refused.</summary>
public sealed record Batch(ReleaseInput Input, IReadOnlySet<int> Cities, Month? First, Month? Last)
{
    public decimal? RejectedPercent => Rate.Of(Input.RowsRejected, Input.RowsRead);
}

/// <summary>Shares in per cent with two decimals, half up; none of nothing.</summary>
static class Rate
{
    public static decimal? Of(long part, long whole) => whole == 0 ? null : Warehouse.Figures.HalfUp.Round(part * 100m / whole, 2);
}

/// <summary>What a release knows of its loads: read once, refused rows when asked for.</summary>
public sealed class LoadRecords
{
    readonly ConditionalWeakTable<ReleaseManifest, Kept> kept = [];

    public IReadOnlyList<Batch> Batches(ReleaseSnapshot release) => Of(release).Batches;

    public IReadOnlyList<RuleCount> Rules(ReleaseSnapshot release) => Of(release).Rules;

    /// <summary>False of releases published before loads said which cities they cover: their loads are not listed by city.</summary>
    public bool KnowsCities(ReleaseSnapshot release) => Of(release).KnowsCities;

    /// <summary>Some refused rows of these loads, the newest load first; what was found is masked where it is about persons.</summary>
    internal static IReadOnlyList<(int LoadId, RejectedRow Row)> Samples(ReleaseSnapshot release, IEnumerable<int> loads, RequestLanguage language, int most)
    {
        var listed = string.Join(", ", loads.Select(x => x.ToString(CultureInfo.InvariantCulture)));
        if (listed.Length == 0) return [];
        using var connection = Open(release);
        return !Has(connection, "rejection") ? [] : connection.Query(
            $"""
            SELECT load_id, line, column_name, rule, severity, found, expected, CASE WHEN $english THEN message_en ELSE message_zh END, CASE WHEN $english THEN remedy_en ELSE remedy_zh END
            FROM rejection
            WHERE load_id IN ({listed})
            QUALIFY row_number() OVER (PARTITION BY load_id, rule, column_name ORDER BY line) = 1
            ORDER BY load_id DESC, line, column_name, rule
            LIMIT $most
            """,
            row => (row.GetInt32(0), new RejectedRow(row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.GetString(6), row.GetString(7), row.GetString(8))),
            ("english", language.IsEnglish), ("most", most));
    }

    // Readers who see the release in different ways have the same loads.
    Kept Of(ReleaseSnapshot release) => kept.GetValue(release.Manifest, _ => Read(release));

    static Kept Read(ReleaseSnapshot release)
    {
        using var connection = Open(release);
        var knows = Has(connection, "load_coverage");
        var covered = (!knows ? [] : connection.Query("SELECT load_id, city_code, first_month, last_month FROM load_coverage", row => (Load: row.GetInt32(0), City: row.GetInt32(1), First: row.GetInt32(2), Last: row.GetInt32(3))))
            .ToLookup(x => x.Load);
        return new Kept(
            knows,
            [.. release.Inputs.OrderByDescending(x => x.LoadId).Select(input => new Batch(
                input, covered[input.LoadId].Select(x => x.City).ToHashSet(),
                covered[input.LoadId].Any() ? new Month(covered[input.LoadId].Min(x => x.First)) : null,
                covered[input.LoadId].Any() ? new Month(covered[input.LoadId].Max(x => x.Last)) : null))],
            connection.Query(
                "SELECT load_id, source, rule, column_name, severity, rows FROM rejection_summary ORDER BY source, rule, column_name, severity, load_id",
                row => new RuleCount(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5))));
    }

    static DuckDBConnection Open(ReleaseSnapshot release)
    {
        var connection = new DuckDBConnection($"DataSource={release.File};ACCESS_MODE=READ_ONLY;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        return connection;
    }

    // Published releases are never changed: an older one lacks the tables that came later.
    static bool Has(DuckDBConnection connection, string table) => connection.Count("SELECT count(*) FROM information_schema.tables WHERE table_name = $table", ("table", table)) > 0;

    sealed record Kept(bool KnowsCities, IReadOnlyList<Batch> Batches, IReadOnlyList<RuleCount> Rules);
}
