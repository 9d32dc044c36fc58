using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// Files that were loaded before under the contract as it is now. A file is known by its bytes and by the coverage its name declares:
/// two months without an event have the same bytes and say different things.
/// </summary>
sealed class KnownFiles
{
    readonly HashSet<(string Sha256, DeclaredCoverage? Coverage)> known = [];

    public static KnownFiles Of(DuckDBConnection connection, Contract contract)
    {
        var files = new KnownFiles();
        files.known.UnionWith(connection.Query(
            "SELECT sha256, file_name FROM ops.load WHERE source = $source AND contract_hash = $hash",
            row => (row.GetString(0), DeclaredCoverage.Of(row.GetString(1))), ("source", contract.Source), ("hash", contract.Hash)));
        return files;
    }

    /// <summary>A name that declares nothing adds nothing to what the bytes said before.</summary>
    public bool Holds(IncomingFile file) => file.Coverage is null
        ? known.Any(other => other.Sha256 == file.Archived.Sha256)
        : known.Contains((file.Archived.Sha256, file.Coverage));

    public void Add(IncomingFile file) => known.Add((file.Archived.Sha256, file.Coverage));
}
