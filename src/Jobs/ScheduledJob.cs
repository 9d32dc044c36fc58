using System.Linq.Expressions;
using Hangfire.Common;

namespace DemoCityAnalytics.Jobs;

/// <summary>A line of the timetable.</summary>
/// <param name="Cron">Minute, hour, day of month, month, day of week, in <paramref name="TimeZone"/>.</param>
public sealed record ScheduledJob(string Id, string Cron, TimeZoneInfo TimeZone, Job Job)
{
    internal static ScheduledJob Of<T>(string id, string cron, string timeZone, Expression<Func<T, Task>> run) =>
        new(id, cron, TimeZoneInfo.FindSystemTimeZoneById(timeZone), Job.FromExpression(run));
}
