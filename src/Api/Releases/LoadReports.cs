using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>Rows that one rule refused or remarked on, in all files of a source.</summary>
public sealed record RuleCount(string Source, string Rule, string Column, string Severity, long Rows);

/// <summary>What a release knows of its loads beyond their totals; read once per release.</summary>
public sealed class LoadReports
{
    readonly Lock changing = new();
    ReleaseSnapshot? release;
    IReadOnlyList<RuleCount> rules = [];

    public IReadOnlyList<RuleCount> ByRule(ReleaseSnapshot of)
    {
        lock (changing)
        {
            if (release?.File != of.File) (rules, release) = (Read(of), of);
            return rules;
        }
    }

    static List<RuleCount> Read(ReleaseSnapshot of)
    {
        using var connection = new DuckDBConnection(
            $"DataSource={of.File};ACCESS_MODE=READ_ONLY;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        return connection.Query(
            "SELECT source, rule, column_name, severity, sum(rows)::BIGINT FROM rejection_summary GROUP BY ALL ORDER BY source, rule, column_name, severity",
            row => new RuleCount(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4)));
    }
}
