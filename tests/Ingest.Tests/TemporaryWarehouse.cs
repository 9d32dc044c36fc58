using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Tests;

/// <summary>A warehouse of one test, on disk like a real one, with a fixed key and a fixed day of loading (2026-01-15 in Shanghai).</summary>
sealed class TemporaryWarehouse : IDisposable
{
    public static readonly ContractCatalogue Contracts = ContractCatalogue.BuiltIn();
    static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    readonly string folder = Directory.CreateTempSubdirectory("dca-ingest-").FullName;

    public TemporaryWarehouse()
    {
        Database = WarehouseDatabase.Open(new WarehouseOptions { Folder = folder, MemoryMiB = 1024 });
        Loader = new Loader(Database, Contracts, IdentityKey.Of(Key), new FixedClock());
    }

    public WarehouseDatabase Database { get; }

    public Loader Loader { get; }

    public string Folder => folder;

    /// <summary>Names of the files in the archive, and of those on their way there.</summary>
    public IEnumerable<string> Archived => Directory.EnumerateFiles(Path.Combine(folder, "archive"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path));

    public async Task<LoadReport> Load(string source, string name, byte[] content, LoadOptions? options = null) =>
        await Loader.Load(source, new MemoryStream(content), name, options ?? LoadOptions.Default, null, CancellationToken.None);

    public long Count(string sql)
    {
        using var connection = Database.Connect();
        return connection.Count(sql);
    }

    /// <summary>The rows of a query as text: cells separated by '|', nothing for null.</summary>
    public List<string> Rows(string sql)
    {
        using var connection = Database.Connect();
        return connection.Query(sql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(cell => Text(row, cell))));
    }

    public void Dispose()
    {
        Database.Dispose();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }

    static string Text(DuckDBDataReader row, int cell) => row.IsDBNull(cell) ? "" : row.GetValue(cell) switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd"),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss"),
        bool flag => flag ? "1" : "0",
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };
}

sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 15, 2, 0, 0, TimeSpan.Zero);
}
