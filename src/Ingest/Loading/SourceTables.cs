using System.Collections.Concurrent;
using System.Globalization;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>The tables <c>stg.&lt;source&gt;</c>: made from contract and staging SQL, so that neither has to be written twice.</summary>
public static class SourceTables
{
    const string Key = "business_key";

    static readonly (string Name, string Type)[] Standing =
    [
        ("load_id", "INTEGER"), ("line", "INTEGER"), ("city_code", "INTEGER"), ("district_code", "INTEGER"), (Key, "VARCHAR"),
        ("row_month", "INTEGER"), ("key_cells", "UTINYINT"), ("key_cells_filled", "UTINYINT"), ("person_ids_checked", "UTINYINT"),
        ("person_ids_valid", "UTINYINT"), ("credit_codes_checked", "UTINYINT"), ("credit_codes_valid", "UTINYINT"),
    ];

    // What a contract makes of its rows never changes in a process, and asking the database costs more than a small load.
    static readonly ConcurrentDictionary<string, IReadOnlyList<(string Name, string Type)>> Shapes = new(StringComparer.Ordinal);

    /// <summary>Makes the tables that are missing, and adds the columns that a newer contract has.</summary>
    public static void Ensure(DuckDBConnection connection, ContractCatalogue contracts)
    {
        var known = connection.Query(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'stg'", row => (Table: row.GetString(0), Column: row.GetString(1)))
            .ToLookup(row => row.Table, row => row.Column, StringComparer.Ordinal);
        var changes = contracts.All.SelectMany(contract => known.Contains(contract.Source)
            ? Additions(connection, contract, known[contract.Source].ToHashSet(StringComparer.Ordinal))
            : [$"CREATE TABLE {NameOf(contract)} ({string.Join(", ", ShapeOf(connection, contract).Select(column => Declared(contract, column)))})"]);
        if (string.Join(";\n", changes) is { Length: > 0 } statements) connection.Execute(statements);
    }

    /// <summary>What is inserted of staged rows: the key too, where a table made by an earlier version stores it.</summary>
    public static string Inserted(DuckDBConnection connection, Contract contract) => contract.KeyColumn is { } key && connection.Count(
        "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'stg' AND table_name = $source AND column_name = $key AND column_default IS NULL",
        ("source", contract.Source), ("key", Key)) > 0 ? $"*, {Sql.Identifier(key.Name)} AS {Sql.Identifier(Key)}" : "*";

    /// <summary>
    /// What the staging SQL makes of typed rows. Columns that the rows do not carry, because their head lacks them or because they are
    /// the same in each row, come as constants: they need not be typed, handed over and packed.
    /// </summary>
    public static string Staged(Contract contract, string rows, IEnumerable<string> carried)
    {
        var known = carried.Append(Key).ToHashSet(StringComparer.Ordinal);
        var constants = Columns(contract).Where(column => !known.Contains(column.Name)).Select(column => Constant(contract, column));
        return $"WITH raw AS (SELECT {string.Join(", ", constants.Prepend("*"))} FROM {rows}) {contract.StagingSql}";
    }

    /// <summary>The table of a source, quoted.</summary>
    public static string NameOf(Contract contract) => "stg." + Sql.Identifier(contract.Source);

    static IEnumerable<string> Additions(DuckDBConnection connection, Contract contract, HashSet<string> known) =>
        ShapeOf(connection, contract).Where(column => !known.Contains(column.Name)).Select(column => $"ALTER TABLE {NameOf(contract)} ADD COLUMN {Declared(contract, column)}");

    // A key that is a column's text is computed from it when asked for: stored twice, it would be a tenth of the cost of a load.
    static string Declared(Contract contract, (string Name, string Type) column) => column.Name == Key && contract.KeyColumn is { } key
        ? $"{Sql.Identifier(Key)} VARCHAR GENERATED ALWAYS AS ({Sql.Identifier(key.Name)}) VIRTUAL"
        : $"{Sql.Identifier(column.Name)} {column.Type}{Compression(contract, column)}";

    // Said beforehand where it is known: trying every way of packing a column costs a sixth of a load.
    static string Compression(Contract contract, (string Name, string Type) column) => column.Type switch
    {
        "INTEGER" or "UTINYINT" => " USING COMPRESSION bitpacking",
        "VARCHAR" when contract.Columns.Any(known => known.Name == column.Name && known.Type == ColumnType.Code) => " USING COMPRESSION dictionary",
        // No key comes twice, so that looking for repeated ones is in vain.
        "VARCHAR" when contract.KeyColumn?.Name == column.Name => " USING COMPRESSION fsst",
        _ => "",
    };

    static IReadOnlyList<(string Name, string Type)> ShapeOf(DuckDBConnection connection, Contract contract) => Shapes.GetOrAdd(
        contract.Hash, _ => connection.Query($"DESCRIBE {Empty(contract)}", row => (row.GetString(0), row.GetString(1))));

    // What the staging SQL makes of no rows has the table's columns and their types.
    static string Empty(Contract contract)
    {
        var raw = string.Join(", ", Columns(contract).Select(column => Constant(contract, column)));
        return $"SELECT staged.*, CAST(NULL AS INTEGER) AS superseded_by FROM (WITH raw AS (SELECT {raw}) {contract.StagingSql}) AS staged LIMIT 0";
    }

    static string Constant(Contract contract, (string Name, string Type) column)
    {
        var value = column.Name == "key_cells" ? contract.KeyFields.ToString(CultureInfo.InvariantCulture) : column.Type == "UTINYINT" && Standing.Contains(column) ? "0" : "NULL";
        return $"CAST({value} AS {column.Type}) AS {Sql.Identifier(column.Name)}";
    }

    static IEnumerable<(string Name, string Type)> Columns(Contract contract)
    {
        var columns = Standing.Concat(contract.Columns.SelectMany(StoredAs));
        return contract.Columns.Any(column => column.Name == "updated_at") ? columns : columns.Append(("updated_at", "TIMESTAMP"));
    }

    static IEnumerable<(string Name, string Type)> StoredAs(ContractColumn column) => column.Type switch
    {
        ColumnType.Integer => [(column.Name, "BIGINT")],
        ColumnType.Decimal => [(column.Name, "DECIMAL(18, 2)")],
        ColumnType.Date => [(column.Name, "DATE")],
        ColumnType.DateTime => [(column.Name, "TIMESTAMP")],
        ColumnType.Month => [(column.Name, "INTEGER")],
        ColumnType.YesNo => [(column.Name, "BOOLEAN")],
        ColumnType.Person => [("person_key", "BIGINT")],
        ColumnType.Area or ColumnType.Salary => [],
        ColumnType.Code when column.IsOccupation => [(column.Name, "VARCHAR"), (column.Name + "_confidence", "UTINYINT")],
        _ => [(column.Name, "VARCHAR")],
    };
}
