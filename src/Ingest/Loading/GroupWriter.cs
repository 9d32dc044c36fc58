using System.Reflection;
using Apache.Arrow;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Quality;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// Writes the files of one source in one transaction: rows, rejections, the record of each load, versions, coverage. All of it takes effect, or none.
/// </summary>
sealed class GroupWriter(Contract contract, ContractCatalogue contracts, IdentityKey key, TimeProvider clock, IProgress<LoadProgress>? progress)
{
    static readonly EmbeddedText[] Statements = [.. EmbeddedText.All(Assembly.GetExecutingAssembly(), "Loading", ".sql")];

    readonly string table = SourceTables.NameOf(contract);

    /// <summary>Writes files whose rows are typed already, or one whose rows are typed while they are written.</summary>
    public void Write(DuckDBConnection connection, IReadOnlyList<IncomingFile> files, CancellationToken cancel)
    {
        // The order of rows is kept by their line; without the order of insertion both cores can write.
        connection.Execute("SET preserve_insertion_order = false");
        SourceTables.Ensure(connection, contracts);
        StoredPersons.Check(connection, key, clock.GetUtcNow().UtcDateTime);
        var inserted = InsertRows(connection, files, cancel);
        foreach (var file in files) AssertAccounted(file);
        var accepted = files.Sum(file => file.Rows!.Accepted);
        if (inserted != accepted) throw new InvalidOperationException($"{inserted} rows of {contract.Source} were stored, but {accepted} were accepted.");
        cancel.ThrowIfCancellationRequested();
        InsertFindings(connection, files);
        InsertLoads(connection, files);
        NameCities(connection, files);
        if (accepted > 0) EndVersions(connection, files);
        InsertCoverage(connection, files);
        NameTouched(connection, files);
        foreach (var file in files) progress?.Report(file.Progress());
        if (contract.Source == "area") connection.Execute(Statement("update_areas"), ("first_load", files[0].LoadId));
    }

    // Rows of heads with other columns are other rows.
    int InsertRows(DuckDBConnection connection, IReadOnlyList<IncomingFile> files, CancellationToken cancel) =>
        files.GroupBy(file => string.Join(',', file.Rows!.Carried)).Sum(alike => InsertAlike(connection, [.. alike], cancel));

    int InsertAlike(DuckDBConnection connection, IReadOnlyList<IncomingFile> files, CancellationToken cancel)
    {
        using var batches = files.Count == 1 && files[0].Batches.Count == 0 ? Streamed(files[0], cancel).GetEnumerator() : files.SelectMany(file => file.Batches).GetEnumerator();
        // A stream without a batch has no need of the database, and an empty file is a valid one.
        if (!batches.MoveNext()) return 0;
        var stream = BatchStream.Of(files[0].Rows!.Schema, batches);
        try
        {
            var staged = SourceTables.Staged(contract, "typed_rows", files[0].Rows!.Carried);
            return ArrowImport.Run(connection, stream, "typed_rows", $"INSERT INTO {table} BY NAME SELECT {SourceTables.Inserted(connection, contract)} FROM ({staged}) AS staged", cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception) when (stream.Failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            throw;
        }
    }

    IEnumerable<RecordBatch> Streamed(IncomingFile file, CancellationToken cancel)
    {
        while (file.Rows!.Next(cancel) is { } batch)
        {
            progress?.Report(file.Progress());
            yield return batch;
        }
    }

    static void AssertAccounted(IncomingFile file)
    {
        var rows = file.Rows!;
        if (rows.Accepted + rows.Rejected != rows.Read)
            throw new InvalidOperationException($"{file.Name}: {rows.Accepted} accepted and {rows.Rejected} rejected rows are not the {rows.Read} that were read.");
        file.Judge();
        if (file.Issues.Count > 0) throw new FileRefusedException(file);
    }

    static void InsertFindings(DuckDBConnection connection, IReadOnlyList<IncomingFile> files)
    {
        var findings = new ArrowRows(
            ArrowRows.Integer("load_id"), ArrowRows.Integer("line"), ArrowRows.Text("column_name"), ArrowRows.Text("rule"), ArrowRows.Text("severity"), ArrowRows.Text("found"),
            ArrowRows.Text("expected"), ArrowRows.Text("message_zh"), ArrowRows.Text("message_en"), ArrowRows.Text("remedy_zh"), ArrowRows.Text("remedy_en"));
        findings.Insert(connection, "ops.rejection", files.SelectMany(file => file.Rows!.Findings, Row));

        static object?[] Row(IncomingFile file, Finding finding)
        {
            var wording = Wording.Of(finding, $"{file.Contract.Source}/{file.Name}", file.Today);
            return
            [
                file.LoadId, finding.Line, finding.ColumnName, finding.RuleId, finding.Severity, finding.Found,
                wording.Expected, wording.MessageZh, wording.MessageEn, wording.RemedyZh, wording.RemedyEn,
            ];
        }
    }

    void InsertLoads(DuckDBConnection connection, IReadOnlyList<IncomingFile> files)
    {
        var loads = new ArrowRows(
            ArrowRows.Integer("load_id"), ArrowRows.Text("source"), ArrowRows.Text("file_name"), ArrowRows.Text("sha256"), ArrowRows.Long("bytes"),
            ArrowRows.YesNo("synthetic"), ArrowRows.Text("encoding"), ArrowRows.Text("format"), ArrowRows.Text("header_version"),
            ArrowRows.Text("contract_hash"), ArrowRows.Moment("loaded_at"), ArrowRows.Long("rows_read"), ArrowRows.Long("rows_accepted"),
            ArrowRows.Long("rows_rejected"), ArrowRows.Long("rows_superseded"), ArrowRows.Long("header_records"), ArrowRows.Long("blank_records"), ArrowRows.Long("note_records"));
        loads.Insert(connection, "ops.load", files.Select(Row));

        object?[] Row(IncomingFile file) =>
        [
            file.LoadId, contract.Source, file.Name, file.Archived.Sha256, file.Archived.Bytes,
            file.Options.Synthetic, file.Table!.Encoding?.Name ?? "", TableFile.NameOf(file.Table.Format), file.Head!.Version.Name,
            contract.Hash, clock.GetUtcNow().UtcDateTime, file.Rows!.Read, file.Rows.Accepted,
            file.Rows.Rejected, 0L, file.HeaderRecords, file.Rows.Blank, file.Rows.Notes,
        ];
    }

    static void NameCities(DuckDBConnection connection, IReadOnlyList<IncomingFile> files)
    {
        connection.Execute("CREATE OR REPLACE TEMP TABLE loaded_city (city_code INTEGER)");
        var cities = files.SelectMany(file => file.Rows!.Cities).Append(Area.NoCity).Distinct();
        new ArrowRows(ArrowRows.Integer("city_code")).Insert(connection, "loaded_city", cities.Select(city => new object?[] { city }));
    }

    void EndVersions(DuckDBConnection connection, IReadOnlyList<IncomingFile> files)
    {
        // Keys that only grow cannot repeat. Else, counting distinct keys costs half of grouping by them, and tells almost always that there is nothing to group.
        var repeats = files is not [{ Rows.KeysGrow: true }] && connection.Count(
            $"SELECT count(*) - count(DISTINCT hash(city_code, business_key)) FROM {table} WHERE load_id >= $first_load", ("first_load", files[0].LoadId)) > 0;
        var earlier = connection.Count(Statement("earlier_rows"), ("first_load", files[0].LoadId)) > 0;
        if (!repeats && !earlier) return;
        connection.Execute(Statement("repeated_keys"), ("first_load", files[0].LoadId), ("repeats", repeats));
        if (connection.Count("SELECT count(*) FROM repeated_key") == 0) return;
        connection.Execute(Statement("ended_versions"));
        connection.Execute(Statement("end_versions"));
        connection.Execute(Statement("count_superseded"));
        var superseded = connection.Query(
            "SELECT load_id, rows_superseded FROM ops.load WHERE load_id >= $first AND rows_superseded > 0",
            row => (Load: row.GetInt32(0), Rows: row.GetInt64(1)), ("first", files[0].LoadId)).ToDictionary(row => row.Load, row => row.Rows);
        foreach (var file in files) file.Superseded = superseded.GetValueOrDefault(file.LoadId);
    }

    void InsertCoverage(DuckDBConnection connection, IReadOnlyList<IncomingFile> files)
    {
        var coverage = new ArrowRows(ArrowRows.Integer("load_id"), ArrowRows.Text("source"), ArrowRows.Integer("city_code"), ArrowRows.Integer("first_month"), ArrowRows.Integer("last_month"));
        coverage.Insert(connection, "ops.coverage", files.SelectMany(file => file.CoveredMonths(), (file, months) => new object?[] { file.LoadId, contract.Source, months.City, months.First, months.Last }));
    }

    void NameTouched(DuckDBConnection connection, IReadOnlyList<IncomingFile> files)
    {
        var touched = files.SelectMany(file => file.CoveredMonths().Select(months => months.City).Concat(file.Rows!.Cities)).ToHashSet();
        if (contract.Place is null && files.Any(file => file.Rows!.Accepted > 0)) touched.Add(Area.NoCity);
        Touched.Add(connection, contract, touched);
    }

    string Statement(string name) => Statement(name, table);

    /// <summary>A statement of this folder over the table of a source.</summary>
    public static string Statement(string name, string table) => Statements.Single(text => text.Name == name).Text.Replace("rows_of_source", table, StringComparison.Ordinal);
}

/// <summary>The file must not be loaded; its issues say why. Thrown to undo what was written of it.</summary>
sealed class FileRefusedException(IncomingFile file) : Exception($"{file.Name} is not loaded.")
{
    public IncomingFile File => file;
}
