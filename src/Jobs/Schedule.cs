namespace DemoCityAnalytics.Jobs;

/// <summary>The timetable: the whole week of the platform on one page.</summary>
public static class Schedule
{
    const string Shanghai = "Asia/Shanghai";

    public static readonly IReadOnlyList<ScheduledJob> Table =
    [
        ScheduledJob.Of<VerifyJob>("verify", "0 4 * * *", Shanghai, job => job.Run(CancellationToken.None)),
    ];
}
