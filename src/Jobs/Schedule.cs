namespace DemoCityAnalytics.Jobs;

/// <summary>The timetable: the whole week of the platform on one page, and the pulls that the settings name.</summary>
public static class Schedule
{
    const string Shanghai = "Asia/Shanghai";

    public static readonly IReadOnlyList<ScheduledJob> Table =
    [
        //                             id         min hour dom mon dow
        ScheduledJob.Of<LoadJob>(   "load",    "*/10 *   *   *   *", Shanghai, job => job.Run(CancellationToken.None)),
        ScheduledJob.Of<ScreenJob>( "screen",  "30   1   *   *   *", Shanghai, job => job.Run(CancellationToken.None)),
        ScheduledJob.Of<TrainJob>(  "train",   "45   1   *   *   1", Shanghai, job => job.Run(CancellationToken.None)),
        ScheduledJob.Of<ComputeJob>("compute", "0    2   *   *   *", Shanghai, job => job.Run(CancellationToken.None)),
        ScheduledJob.Of<PublishJob>("publish", "0    3   *   *   *", Shanghai, job => job.Run(CancellationToken.None)),
        ScheduledJob.Of<VerifyJob>( "verify",  "0    4   *   *   *", Shanghai, job => job.Run(CancellationToken.None)),
    ];

    public static IReadOnlyList<ScheduledJob> Of(JobsOptions options) => [.. Table, .. options.Pulls.Select(Of)];

    static ScheduledJob Of(ScheduledPull pull)
    {
        var id = pull.JobId();
        return ScheduledJob.Of<PullJob>(id, pull.Cron, Shanghai, job => job.Run(id, CancellationToken.None));
    }
}
