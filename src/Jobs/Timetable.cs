using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace DemoCityAnalytics.Jobs;

/// <summary>Makes the stored timetable equal to <see cref="Schedule"/> when the process starts: also what an older version left is removed.</summary>
sealed class Timetable(JobsOptions options, IRecurringJobManager jobs, JobStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var timetable = Schedule.Of(options);
        foreach (var entry in timetable) jobs.AddOrUpdate(entry.Id, entry.Job, entry.Cron, new RecurringJobOptions { TimeZone = entry.TimeZone });
        using var connection = storage.GetConnection();
        foreach (var stored in connection.GetRecurringJobs().ExceptBy(timetable.Select(entry => entry.Id), stored => stored.Id)) jobs.RemoveIfExists(stored.Id);
        // PostgreSQL knows which runs were missed, and they are caught up; memory knows nothing, so what can be read is read once.
        if (storage is InMemoryStorage) foreach (var pull in options.Pulls) jobs.Trigger(pull.JobId());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
