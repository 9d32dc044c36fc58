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

    public static async Task<JobHost> Start(string? connectionString)
    {
        var started = new JobHost(new JobsOptions { ConnectionString = connectionString });
        await started.host.StartAsync();
        return started;
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

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        Warehouse.Dispose();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }
}
