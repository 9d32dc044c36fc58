using Hangfire;
using Hangfire.Storage;

namespace DemoCityAnalytics.Jobs;

/// <summary>When a job runs next, in its own time zone, and how its last run ended.</summary>
public sealed record NextRun(string Id, string Cron, string TimeZone, DateTimeOffset? Next, string? LastState);

/// <summary>The timetable as it is kept: what runs when.</summary>
public sealed class JobsOutlook(JobsOptions options, JobStorage storage, IRecurringJobManager jobs)
{
    /// <summary>All jobs, in the order of the timetable.</summary>
    public IReadOnlyList<NextRun> Next()
    {
        using var connection = storage.GetConnection();
        return [.. Schedule.Of(options).Join(connection.GetRecurringJobs(), entry => entry.Id, stored => stored.Id, (_, stored) => Of(stored))];
    }

    /// <summary>Runs a job of the timetable at once, beside its times.</summary>
    public void RunNow(string id) => jobs.Trigger(id);

    static NextRun Of(RecurringJobDto stored)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(stored.TimeZoneId);
        DateTimeOffset? next = stored.NextExecution is { } utc ? TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), zone) : null;
        return new NextRun(stored.Id, stored.Cron, stored.TimeZoneId, next, stored.LastJobState);
    }
}
