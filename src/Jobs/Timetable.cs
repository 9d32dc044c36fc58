using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace DemoCityAnalytics.Jobs;

/// <summary>Makes the stored timetable equal to <see cref="Schedule"/> when the process starts: also what an older version left is removed.</summary>
sealed class Timetable(IRecurringJobManager jobs, JobStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in Schedule.Table) jobs.AddOrUpdate(entry.Id, entry.Job, entry.Cron, new RecurringJobOptions { TimeZone = entry.TimeZone });
        using var connection = storage.GetConnection();
        foreach (var stored in connection.GetRecurringJobs().Where(stored => Schedule.Table.All(entry => entry.Id != stored.Id)))
            jobs.RemoveIfExists(stored.Id);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
