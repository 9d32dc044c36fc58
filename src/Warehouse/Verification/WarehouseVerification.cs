using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Warehouse.Verification;

/// <summary>One thing that must hold: how much was examined, and each place where it does not hold.</summary>
public sealed record VerifiedStatement(string Statement, long Examined, IReadOnlyList<string> Issues);

/// <summary>
/// Checks that the warehouse still is what was loaded: the archived bytes, the row counts of every load, one current version per key.
/// Changes nothing.
/// </summary>
public sealed class WarehouseVerification(WarehouseDatabase warehouse)
{
    public async Task<IReadOnlyList<VerifiedStatement>> Run(CancellationToken cancel)
    {
        using var connection = warehouse.Connect();
        using var transaction = connection.BeginTransaction(); // all statements see the same state
        var loads = connection.Count("SELECT count(*) FROM ops.load");
        var verified = new List<VerifiedStatement>();
        foreach (var file in EmbeddedText.All(Assembly.GetExecutingAssembly(), "Verification", ".sql"))
            verified.Add(new VerifiedStatement(file.Name.Replace('_', ' '), loads, connection.Query(file.Text, row => row.GetString(0))));
        verified.Add(EveryAcceptedRowIsKept(connection));
        verified.Add(OneCurrentVersionPerKey(connection));
        verified.Add(await EveryArchivedFileHasItsBytes(connection, cancel));
        return verified;
    }

    static VerifiedStatement EveryAcceptedRowIsKept(DuckDBConnection connection)
    {
        var (rows, issues) = (0L, new List<string>());
        foreach (var source in Sources(connection))
        {
            rows += connection.Count($"SELECT count(*) FROM stg.{Sql.Identifier(source)}");
            issues.AddRange(connection.Query(
                $$"""
                SELECT format('load {} of {}: {} rows accepted, but {} kept', load_id, file_name, rows_accepted, coalesce(rows, 0))
                FROM ops.load
                LEFT JOIN (SELECT load_id, count(*) AS rows FROM stg.{{Sql.Identifier(source)}} GROUP BY load_id) USING (load_id)
                WHERE source = $source AND rows_accepted <> coalesce(rows, 0)
                ORDER BY load_id
                """,
                row => row.GetString(0), ("source", source)));
        }
        return new VerifiedStatement("every accepted row is kept", rows, issues);
    }

    static VerifiedStatement OneCurrentVersionPerKey(DuckDBConnection connection)
    {
        var (keys, issues) = (0L, new List<string>());
        foreach (var source in Sources(connection))
        {
            var grouped = $"(SELECT city_code, business_key, count(*) FILTER (superseded_by IS NULL) AS current, count(*) FILTER (superseded_by IS DISTINCT FROM 0) AS held FROM stg.{Sql.Identifier(source)} GROUP BY ALL)";
            keys += connection.Count($"SELECT count(*) FROM {grouped}");
            // A key of which all loads were withdrawn (0) has no version left.
            var wrong = connection.Count($"SELECT count(*) FROM {grouped} WHERE current <> LEAST(held, 1)");
            // Keys are not listed: some are made of what identifies a person.
            if (wrong > 0) issues.Add(string.Create(CultureInfo.InvariantCulture, $"stg.{source}: {wrong} keys have no current version or more than one"));
        }
        return new VerifiedStatement("every key has one current version", keys, issues);
    }

    async Task<VerifiedStatement> EveryArchivedFileHasItsBytes(DuckDBConnection connection, CancellationToken cancel)
    {
        var files = connection.Query("SELECT DISTINCT sha256 FROM ops.load ORDER BY sha256", row => row.GetString(0));
        var issues = new List<string>();
        foreach (var sha256 in files)
        {
            if (!warehouse.Archive.Holds(sha256))
            {
                issues.Add($"archive: {sha256} is not there");
                continue;
            }
            await using var bytes = warehouse.Archive.Open(sha256);
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel));
            if (found != sha256) issues.Add($"archive: {sha256} holds other bytes ({found})");
        }
        return new VerifiedStatement("every archived file has its bytes", files.Count, issues);
    }

    static List<string> Sources(DuckDBConnection connection) => connection.Query(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'stg' ORDER BY table_name", row => row.GetString(0));
}
