using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Warehouse.Storage;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DemoCityAnalytics.Jobs.Tests;

/// <summary>A process as <c>dca worker</c> makes it: a warehouse of its own, the jobs, and the storage that the options choose.</summary>
sealed class JobHost : IAsyncDisposable
{
    readonly IHost host;
    readonly string folder = Directory.CreateTempSubdirectory("dca-jobs-").FullName;

    JobHost(JobsOptions options)
    {
        Warehouse = WarehouseDatabase.Open(new WarehouseOptions { Folder = Path.Combine(folder, "warehouse"), MemoryMiB = 512 });
        Inbox = Path.Combine(folder, "inbox");
        options.Inbox = Inbox;
        options.InboxQuietSeconds = 0;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(Warehouse).AddJobs(options)
            .AddSingleton(new IdentityOptions { KeyFile = Path.Combine(folder, "identity.key") });
        host = builder.Build();
    }

    public WarehouseDatabase Warehouse { get; }

    public string Inbox { get; }

    public IStorageConnection Storage => host.Services.GetRequiredService<JobStorage>().GetConnection();

    public JobsOutlook Outlook => host.Services.GetRequiredService<JobsOutlook>();

    public static async Task<JobHost> Start(string? connectionString, params ScheduledPull[] pulls)
    {
        var options = new JobsOptions { ConnectionString = connectionString };
        foreach (var pull in pulls) options.Pulls.Add(pull);
        var started = new JobHost(options);
        await started.host.StartAsync();
        return started;
    }

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Puts a file of a source into the drop folder.</summary>
    public async Task Drop(string source, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Inbox, source)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "rows.csv"), text);
    }

    /// <summary>Runs the timetable's job now, as the dashboard's button does, and waits for its end.</summary>
    /// <returns>The state it ended in, and why.</returns>
    public async Task<(string State, string? Reason)> RunNow(string id)
    {
        var jobId = host.Services.GetRequiredService<IRecurringJobManagerV2>().TriggerJob(id);
        using var connection = Storage;
        for (var waited = 0; waited < 600; waited++)
        {
            if (connection.GetStateData(jobId) is { Name: "Succeeded" or "Failed" or "Deleted" or "Scheduled" } state)
                return (state.Name, state.Data.TryGetValue("ExceptionMessage", out var message) ? message : state.Reason);
            await Task.Delay(100);
        }
        return ("still running after a minute", null);
    }

    /// <summary>Waits until a count of the warehouse is reached; false after a minute.</summary>
    public async Task<bool> Counts(string sql, long expected)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            using var connection = Warehouse.Connect();
            if (connection.Count("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'stg'") > 0 && connection.Count(sql) == expected) return true;
            await Task.Delay(100);
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        Warehouse.Dispose();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }
}
