using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Cli.Verification;

/// <summary>Something that the generator states and the product answers otherwise.</summary>
sealed record Difference(string What, string Expected, string Found)
{
    public override string ToString() => $"{What}: expected {Expected}, found {Found}";
}

/// <summary>How many of the stated facts were found, and the ones that were not.</summary>
sealed record Comparison(long Equal, IReadOnlyList<Difference> Differences);

/// <summary>Holds what was computed against the truth that the generator wrote from its own event log.</summary>
static class TruthComparison
{
    /// <summary>Every row of <c>observations.csv</c> against the release's figure of that name.</summary>
    public static Comparison OfFigures(string truthFolder, string releaseFile)
    {
        using var connection = new DuckDBConnection(
            $"DataSource={releaseFile};ACCESS_MODE=READ_ONLY;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        connection.Execute(Query("read_truth"), ("file", Path.Combine(truthFolder, "observations.csv")));
        var differences = connection.Query(Query("figure_differences"), row => new Difference(
            string.Join(':', Enumerable.Range(0, 6).Select(column => row.GetValue(column))).TrimEnd(':'), row.GetString(6), row.GetString(7)));
        return new Comparison(connection.Count("SELECT count(*) FROM truth") - differences.Count, differences);
    }

    /// <summary>Every injected kind of fault against the rows rejected, or taken with a warning, for that reason.</summary>
    public static Comparison OfRejections(string truthFolder, DuckDBConnection warehouse)
    {
        var counts = warehouse.Query(
            Query("rejection_differences"),
            row => (What: $"{string.Join(' ', new[] { row.GetString(0), row.GetString(1), row.GetString(2) }.Where(part => part.Length > 0))} ({row.GetString(3)})", Expected: row.GetInt64(4), Found: row.GetInt64(5)),
            ("file", Path.Combine(truthFolder, "rejections.csv")));
        return new Comparison(
            counts.Count(count => count.Expected == count.Found),
            [.. counts.Where(count => count.Expected != count.Found).Select(count => new Difference(count.What, $"{count.Expected} rows", $"{count.Found} rows"))]);
    }

    static string Query(string name) => EmbeddedText.Read(Assembly.GetExecutingAssembly(), $"Verification/{name}.sql");
}
