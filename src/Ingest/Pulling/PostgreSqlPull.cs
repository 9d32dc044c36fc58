using System.Data;
using System.Globalization;
using System.Text;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;
using Npgsql;
using NpgsqlTypes;

namespace DemoCityAnalytics.Ingest.Pulling;

/// <summary>
/// Reads a table or view of a PostgreSQL database: the columns that the source knows, the rows since the last time, in one read-only
/// snapshot. The rows become a file that is archived and loaded like any other.
/// </summary>
public sealed class PostgreSqlPull(Loader loader, WarehouseDatabase warehouse, ContractCatalogue contracts, PullOptions options, TimeProvider clock)
{
    // The names of columns are those of any head: Chinese labels, HR&SS codes or the contract's own.
    const string ColumnsOfTable =
        """
        SELECT attname, format_type(atttypid, NULL)
        FROM pg_attribute
        WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
        ORDER BY attnum
        """;

    /// <exception cref="PullException">The database or the table cannot be read.</exception>
    public async Task<PullReport> Pull(TablePull asked, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        var (source, table, watermark) = (asked.Source, asked.Table, asked.Watermark);
        var contract = contracts.Get(source);
        var database = asked.ConnectionString ?? options.PostgreSqlConnectionString;
        if (database.Length == 0) throw new PullException("No database is named to read from; set Pull:PostgreSqlConnectionString.");
        var place = $"postgresql {(asked.ConnectionString is null ? "" : NameOf(database))}{table}";
        var before = PullRecord.Read(warehouse, source, place);
        var file = Path.GetTempFileName();
        try
        {
            var (rows, last) = await Fetch(database, contract, table, watermark, before.Watermark, file, cancel);
            if (rows == 0) return new PullReport(source, place, null, before.Watermark);
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
            var report = await loader.Load(source, content, $"{table}.csv", LoadOptions.Default with { Encoding = "utf-8", Delimiter = ',', Synthetic = asked.Synthetic }, progress, cancel);
            // Rows of a refused file are read again, so that nothing is left out.
            if (!report.Refused) await (before with { Watermark = last ?? before.Watermark }).Write(warehouse, source, place, clock.GetUtcNow().UtcDateTime, cancel);
            return new PullReport(source, place, report, last ?? before.Watermark);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new PullException($"{table} could not be read: {e.Message} Check the address, the role and its right to read the table.", e);
        }
        finally
        {
            File.Delete(file);
        }
    }

    async Task<(long Rows, string? Last)> Fetch(string database, Contract contract, string table, string? watermark, string? since, string file, CancellationToken cancel)
    {
        // Not pooled: nothing stays open at a city's database between pulls, and a connection whose COPY broke off is not readied for another use.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await Execute(connection, "SET TRANSACTION READ ONLY; SET LOCAL TimeZone = 'Asia/Shanghai'; SET LOCAL DateStyle = 'ISO, YMD'", cancel);
        var columns = await Columns(connection, contract, table, watermark, cancel);
        var name = string.Join('.', table.Split('.').Select(Sql.Identifier));
        // Every value as text, by the database's own rule; ordered, so that the same rows are the same bytes.
        var selected = string.Join(", ", columns.Select(column => $"{Sql.Identifier(column.Name)}::text"));
        var condition = watermark is not null && since is not null ? $" WHERE {Sql.Identifier(watermark)} >= {From(since)}" : "";
        var order = string.Join(", ", Enumerable.Range(1, columns.Count).Select(column => $"{column}").Prepend(watermark is null ? "1" : Sql.Identifier(watermark)));
        await using var exporter = await connection.BeginBinaryExportAsync($"COPY (SELECT {selected} FROM {name}{condition} ORDER BY {order}) TO STDOUT (FORMAT binary)", cancel);
        return await Write(exporter, columns, watermark, since, file, cancel);
    }

    static async Task<(long Rows, string? Last)> Write(NpgsqlBinaryExporter exporter, List<(string Name, bool IsMoment)> columns, string? watermark, string? since, string file, CancellationToken cancel)
    {
        await using var content = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var writer = new DelimitedWriter(content, new UTF8Encoding(false), ',');
        writer.Row(columns.Select(column => column.Name));
        var at = columns.FindIndex(column => column.Name == watermark);
        var (rows, last) = (0L, (string?)null);
        var cells = new string[columns.Count];
        while (await exporter.StartRowAsync(cancel) >= 0)
        {
            for (var cell = 0; cell < cells.Length; cell++)
            {
                if (exporter.IsNull)
                {
                    await exporter.SkipAsync(cancel);
                    cells[cell] = "";
                }
                else cells[cell] = await exporter.ReadAsync<string>(NpgsqlDbType.Text, cancel);
            }
            writer.Row(cells);
            rows++;
            if (at >= 0 && cells[at].Length > 0) last = cells[at];
        }
        return (rows, last ?? since);
    }

    static async Task<List<(string Name, bool IsMoment)>> Columns(NpgsqlConnection connection, Contract contract, string table, string? watermark, CancellationToken cancel)
    {
        var known = contract.Headers.SelectMany(header => header.Columns.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await using var command = new NpgsqlCommand(ColumnsOfTable, connection) { Parameters = { new() { Value = table } } };
        var columns = new List<(string Name, bool IsMoment)>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) columns.Add((reader.GetString(0), reader.GetString(1) is "timestamp without time zone" or "timestamp with time zone" or "date"));
        if (columns.Count == 0) throw new PullException($"There is no table or view {table}, or the role may not see it.");
        if (watermark is not null && columns.Find(column => column.Name == watermark) is not { IsMoment: true })
            throw new PullException($"{table} has no column {watermark} that holds days or moments; columns are {string.Join(", ", columns.Select(column => column.Name))}.");
        // Names and numbers that the source does not ask for are not fetched at all.
        return columns.Where(column => column.Name == watermark || known.Contains(HeadName.Normal(column.Name))).ToList();
    }

    // The watermark came from the database itself; it is read as a moment before it goes back into a statement.
    string From(string since)
    {
        var text = since.Length > 3 && since[^3] is '+' or '-' ? since + ":00" : since;
        var moment = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - options.Overlap;
        var zone = text.Length > 10 && text.AsSpan(10).IndexOfAny('+', '-') >= 0 ? "zzz" : "";
        return Sql.Literal(moment.ToString($"yyyy-MM-dd HH:mm:ss.ffffff{zone}", CultureInfo.InvariantCulture));
    }

    // Two cities may name a table alike, each in a database of its own.
    static string NameOf(string database)
    {
        var named = new NpgsqlConnectionStringBuilder(database);
        return string.Create(CultureInfo.InvariantCulture, $"{named.Host}:{named.Port}/{named.Database} ");
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
