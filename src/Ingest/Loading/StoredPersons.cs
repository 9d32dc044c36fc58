using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>What a change of the identity key did.</summary>
public sealed record RotationReport(long Persons, long Rows);

/// <summary>The pseudonyms that a warehouse holds, and the keys that made them.</summary>
public sealed class StoredPersons(WarehouseDatabase warehouse, ContractCatalogue contracts, IdentityKey key, TimeProvider clock)
{
    /// <summary>Brings every stored pseudonym to the newest key, in one transaction; done twice, it changes nothing.</summary>
    /// <exception cref="IdentityKeyException">The stored pseudonyms were made with keys that are not among the settings'.</exception>
    public Task<RotationReport> Rotate(CancellationToken cancel) => warehouse.Write(connection => Rotate(connection, cancel), cancel);

    /// <summary>Notes the keys of the first load, and refuses others afterwards: a person would become two.</summary>
    /// <exception cref="IdentityKeyException">The stored pseudonyms were made with another key.</exception>
    internal static void Check(DuckDBConnection connection, IdentityKey key, DateTime now)
    {
        switch (Stored(connection))
        {
            case null:
                Note(connection, key, now);
                break;
            case var stored when stored != key.Fingerprints[^1]:
                throw new IdentityKeyException("The persons of this warehouse were given pseudonyms by another key than Identity:KeyFile. "
                    + "Restore that key; or, when a new one was meant, name the one before in Identity:FormerKeyFiles and run: dca rotate-key");
        }
    }

    RotationReport Rotate(DuckDBConnection connection, CancellationToken cancel)
    {
        var stored = Stored(connection);
        var made = stored is null ? key.Fingerprints.Count : key.Fingerprints.ToList().IndexOf(stored) + 1;
        if (made == 0) throw new IdentityKeyException("The persons of this warehouse were given pseudonyms by keys that are neither Identity:KeyFile nor among Identity:FormerKeyFiles.");
        if (made == key.Fingerprints.Count) return new RotationReport(0, 0);
        SourceTables.Ensure(connection, contracts);
        var (persons, rows) = (new HashSet<long>(), 0L);
        foreach (var contract in contracts.All.Where(contract => contract.Columns.Any(column => column.Type == ColumnType.Person)))
        {
            cancel.ThrowIfCancellationRequested();
            var table = SourceTables.NameOf(contract);
            var known = connection.Query($"SELECT DISTINCT person_key FROM {table} WHERE person_key IS NOT NULL", row => row.GetInt64(0));
            persons.UnionWith(known);
            connection.Execute("CREATE OR REPLACE TEMP TABLE followed_person (made BIGINT, follows BIGINT)");
            new ArrowRows(ArrowRows.Long("made"), ArrowRows.Long("follows")).Insert(connection, "followed_person", known.Select(person => new object?[] { person, key.Follow(person, made) }));
            rows += connection.Execute($"UPDATE {table} AS source_row SET person_key = follows FROM followed_person WHERE source_row.person_key = made");
            // Marts may hold pseudonyms too; the figures stay what they are.
            Touched.Add(connection, contract, connection.Query($"SELECT DISTINCT city_code FROM {table}", row => row.GetInt32(0)).ToHashSet());
        }
        Note(connection, key, clock.GetUtcNow().UtcDateTime);
        return new RotationReport(persons.Count, rows);
    }

    static string? Stored(DuckDBConnection connection) =>
        connection.Query("SELECT fingerprint FROM ops.identity", row => row.GetString(0)) is [var fingerprint] ? fingerprint : null;

    static void Note(DuckDBConnection connection, IdentityKey key, DateTime now)
    {
        connection.Execute("DELETE FROM ops.identity");
        connection.Execute("INSERT INTO ops.identity VALUES ($fingerprint, $since)", ("fingerprint", key.Fingerprints[^1]), ("since", now));
    }
}
