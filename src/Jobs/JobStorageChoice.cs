using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace DemoCityAnalytics.Jobs;

/// <summary>Keeps jobs in memory, or in PostgreSQL when a connection string is given; nothing else differs.</summary>
static class JobStorageChoice
{
    public static void UseStorage(this IGlobalConfiguration hangfire, JobsOptions options)
    {
        hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        if (options.ConnectionString is { Length: > 0 } postgres)
            hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(postgres), new PostgreSqlStorageOptions
            {
                SchemaName = options.SchemaName,
                // Without it a job that outlasts the timeout is started again while it still runs, and never finishes.
                UseSlidingInvisibilityTimeout = true,
                InvisibilityTimeout = TimeSpan.FromSeconds(options.TakeOverSeconds),
                EnableLongPolling = true,
                // The lock of a killed process stays until this has passed; meanwhile its jobs fail and are tried again.
                DistributedLockTimeout = TimeSpan.FromSeconds(options.LockSeconds),
            });
        else
            hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) });
    }
}
