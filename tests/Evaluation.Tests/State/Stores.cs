using System.Reflection;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Jobs.Tests.PostgreSql;
using Npgsql;
using Xunit.Sdk;

namespace DemoCityAnalytics.Evaluation.Tests.State;

/// <summary>Runs a theory on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["SQLite"]];
}

/// <summary>Runs a theory on PostgreSQL: skipped on a machine without it, but run, and so failing, on the build server.</summary>
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = new PostgreSqlFactAttribute().Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["PostgreSQL"]];
}

[CollectionDefinition(Name)]
public sealed class StoreCollection : ICollectionFixture<Stores>
{
    public const string Name = "stores";
}

/// <summary>Empty databases for tests; the PostgreSQL server starts with the first test that asks for it.</summary>
public sealed class Stores : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("dca-state-").FullName;
    readonly SemaphoreSlim starting = new(1);
    PostgreSqlServer? server;
    int number;

    /// <summary>A connection string of a new database, or a new file.</summary>
    public async Task<string> NewDatabase(string provider)
    {
        var name = $"state{Interlocked.Increment(ref number)}";
        if (provider == "SQLite") return Path.Combine(folder, name + ".db");
        await starting.WaitAsync();
        try
        {
            if (server is null)
            {
                var started = new PostgreSqlServer();
                await started.InitializeAsync();
                server = started;
            }
        }
        finally
        {
            starting.Release();
        }
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Pooling = false }.ConnectionString;
    }

    public static Task<StateStore> Open(string provider, string where, TimeProvider clock) => provider == "SQLite"
        ? StateStore.OpenSqlite(where, clock, CancellationToken.None)
        : StateStore.OpenPostgreSql(where, clock, CancellationToken.None);

    public async Task<StateStore> New(string provider, TimeProvider clock) => await Open(provider, await NewDatabase(provider), clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A clock that stands still until it is moved; days begin in China.</summary>
sealed class DayClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(9, 30)), TimeSpan.FromHours(8));
}
