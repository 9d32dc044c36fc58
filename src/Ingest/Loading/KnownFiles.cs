using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// Tables that were loaded before, and not withdrawn, under the contract as it is now. A table is known by its bytes, by the sheet they hold it in, and by the
/// coverage its name declares: two months without an event have the same bytes and say different things.
/// </summary>
sealed class KnownFiles
{
    readonly HashSet<(string Sha256, string Part, DeclaredCoverage? Coverage)> known = [];

    public static KnownFiles Of(DuckDBConnection connection, Contract contract)
    {
        var files = new KnownFiles();
        files.known.UnionWith(connection.Query(
            "SELECT sha256, file_name FROM ops.load WHERE source = $source AND contract_hash = $hash AND load_id NOT IN (SELECT load_id FROM ops.revocation)",
            row => Identity(row.GetString(0), FileName.Parse(row.GetString(1))), ("source", contract.Source), ("hash", contract.Hash)));
        return files;
    }

    /// <summary>A name that declares nothing adds nothing to what the bytes said before.</summary>
    public bool Holds(IncomingFile file)
    {
        var (sha256, part, coverage) = Identity(file.Archived.Sha256, file.FileName);
        return coverage is null ? known.Any(other => other.Sha256 == sha256 && other.Part == part) : known.Contains((sha256, part, coverage));
    }

    public void Add(IncomingFile file) => known.Add(Identity(file.Archived.Sha256, file.FileName));

    // A container's file may come in another container, or alone; a sheet is the same sheet of the same bytes.
    static (string Sha256, string Part, DeclaredCoverage? Coverage) Identity(string sha256, FileName name) => (sha256, name.Sheet, name.Coverage);
}
