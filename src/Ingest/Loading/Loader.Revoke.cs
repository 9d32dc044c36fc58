using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>What the withdrawal of a load did.</summary>
/// <param name="RowsRevoked">Rows of the load that were current until then.</param>
/// <param name="RowsRestored">Rows of other loads that are current again.</param>
/// <param name="AlreadyRevoked">The load had been withdrawn before; nothing was done.</param>
public sealed record RevocationReport(int LoadId, string Source, string File, long RowsRevoked, long RowsRestored, bool AlreadyRevoked);

public sealed partial class Loader
{
    /// <summary>
    /// Withdraws a load: its rows are no longer current, the versions they ended come back, and the figures of its cities are computed anew.
    /// Nothing is deleted; the same file loaded again is a new load.
    /// </summary>
    /// <exception cref="UnknownLoadException">There is no such load.</exception>
    public Task<RevocationReport> Revoke(int loadId, string reason, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return warehouse.Write(connection => Revoke(connection, loadId, reason), cancel);
    }

    RevocationReport Revoke(DuckDBConnection connection, int loadId, string reason)
    {
        var load = connection.Query("SELECT source, file_name FROM ops.load WHERE load_id = $load", row => (Source: row.GetString(0), File: row.GetString(1)), ("load", loadId));
        if (load is not [var (source, file)]) throw new UnknownLoadException(loadId);
        if (connection.Query("SELECT rows_revoked, rows_restored FROM ops.revocation WHERE load_id = $load", row => (row.GetInt64(0), row.GetInt64(1)), ("load", loadId)) is [var (before, back)])
            return new RevocationReport(loadId, source, file, before, back, AlreadyRevoked: true);

        var contract = contracts.Get(source);
        var table = SourceTables.NameOf(contract);
        var cities = connection.Query(
            $"SELECT DISTINCT city_code FROM {table} WHERE load_id = $load UNION SELECT city_code FROM ops.coverage WHERE load_id = $load", row => row.GetInt32(0), ("load", loadId)).ToHashSet();
        var revoked = connection.Count($"SELECT count(*) FROM {table} WHERE load_id = $load AND superseded_by IS NULL", ("load", loadId));
        connection.Execute(
            "INSERT INTO ops.revocation VALUES ($load, $at, $reason, $revoked, 0)",
            ("load", loadId), ("at", clock.GetUtcNow().UtcDateTime), ("reason", reason), ("revoked", revoked));
        connection.Execute(GroupWriter.Statement("restore_versions", table), ("load", loadId));
        var restored = connection.Count("SELECT count(*) FROM restored_version WHERE ended_by IS NULL AND ended_before IS NOT NULL");
        connection.Execute(GroupWriter.Statement("set_versions", table));
        connection.Execute($"UPDATE {table} SET superseded_by = 0 WHERE load_id = $load", ("load", loadId));
        connection.Execute("UPDATE ops.revocation SET rows_restored = $restored WHERE load_id = $load", ("restored", restored), ("load", loadId));
        connection.Execute("DELETE FROM ops.coverage WHERE load_id = $load", ("load", loadId));
        Touched.Add(connection, contract, cities);
        if (contract.Source == "area") RestoreAreas(connection, loadId);
        return new RevocationReport(loadId, source, file, revoked, restored, AlreadyRevoked: false);
    }

    // What the load said of areas is forgotten: first what the platform itself knows of them, then what other loads say.
    static void RestoreAreas(DuckDBConnection connection, int loadId)
    {
        AreaTable.Restore(connection, connection.Query("SELECT DISTINCT CAST(area_code AS INTEGER) FROM stg.area WHERE load_id = $load", row => row.GetInt32(0), ("load", loadId)));
        connection.Execute(GroupWriter.Statement("update_areas", "stg.area"), ("first_load", 0));
    }
}
