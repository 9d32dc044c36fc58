using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Warehouse.Storage;

/// <summary>
/// The warehouse: one DuckDB file, one writing process, one writer at a time inside it. Readers use releases, never this file.
/// </summary>
public sealed class WarehouseDatabase : IDisposable
{
    readonly DuckDBConnection root;
    readonly SemaphoreSlim writer = new(1, 1);

    WarehouseDatabase(WarehouseOptions options, DuckDBConnection root)
    {
        this.root = root;
        Options = options;
        Archive = new Archive(Path.Combine(options.Folder, "archive"));
    }

    public WarehouseOptions Options { get; }

    public Archive Archive { get; }

    public string LakeFolder => Path.Combine(Options.Folder, "lake");

    public string ReleaseFolder => Path.Combine(Options.Folder, "releases");

    /// <summary>Opens the warehouse, creates it when it is new, and brings its schema up to date.</summary>
    /// <exception cref="WarehouseInUseException">Another process has it open.</exception>
    public static WarehouseDatabase Open(WarehouseOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        var file = Path.Combine(options.Folder, "warehouse.duckdb");
        var root = new DuckDBConnection(ConnectionString(file, options));
        try
        {
            root.Open();
        }
        catch (DuckDBException e) when (e.Message.Contains("Could not set lock", StringComparison.Ordinal))
        {
            throw new WarehouseInUseException(file, e);
        }
        root.Execute("SET GLOBAL TimeZone = 'UTC'");
        Migrate(root);
        var warehouse = new WarehouseDatabase(options, root);
        warehouse.Archive.Recover(root.Query("SELECT DISTINCT sha256 FROM ops.load", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal));
        return warehouse;
    }

    /// <summary>One more connection to the open database.</summary>
    public DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection(root.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>
    /// Runs work as the only writer, in one transaction: all of it takes effect, or none when it throws or is cancelled.
    /// </summary>
    public async Task<T> Write<T>(Func<DuckDBConnection, T> work, CancellationToken cancel)
    {
        await writer.WaitAsync(cancel);
        try
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction();
            var result = work(connection);
            cancel.ThrowIfCancellationRequested();
            transaction.Commit();
            return result;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Moves what the write-ahead log holds into the database file.</summary>
    public void Checkpoint() => root.Execute("CHECKPOINT");

    public void Dispose()
    {
        root.Dispose();
        writer.Dispose();
    }

    static string ConnectionString(string file, WarehouseOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"DataSource={file};threads={options.Threads};memory_limit={options.MemoryMiB}MiB;autoinstall_known_extensions=false;autoload_known_extensions=false");

    static void Migrate(DuckDBConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS main.migration (name VARCHAR NOT NULL)");
        var done = connection.Query("SELECT name FROM main.migration", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        foreach (var migration in EmbeddedText.All(Assembly.GetExecutingAssembly(), "Schema/Migrations", ".sql").Where(m => !done.Contains(m.Name)))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(migration.Text);
            connection.Execute("INSERT INTO main.migration VALUES ($name)", ("name", migration.Name));
            if (done.Count == 0 && migration.Name.StartsWith("0001", StringComparison.Ordinal)) AreaTable.Seed(connection);
            transaction.Commit();
        }
    }
}

/// <summary>Another process has the warehouse open; only one may write.</summary>
public sealed class WarehouseInUseException(string file, Exception inner) : Exception(
    $"The warehouse {file} is open in another process. Stop that process, or give this one another folder (Warehouse:Folder).", inner);
