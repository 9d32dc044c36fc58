using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace DemoCityAnalytics.Jobs;

/// <summary>Keeps jobs in memory, or in PostgreSQL when a connection string is given; nothing else differs.</summary>
static class JobStorageChoice
{
    public static JobStorage Open(JobsOptions options)
    {
        if (options.ConnectionString is not { Length: > 0 } postgres) return new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) });
        var storage = new PostgreSqlStorageOptions
        {
            SchemaName = options.SchemaName,
            // Without it a job that outlasts the timeout is started again while it still runs, and never finishes.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromSeconds(options.TakeOverSeconds),
            EnableLongPolling = true,
            // The lock of a killed process stays until this has passed; meanwhile its jobs fail and are tried again.
            DistributedLockTimeout = TimeSpan.FromSeconds(options.LockSeconds),
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(postgres, storage), storage);
    }
}
