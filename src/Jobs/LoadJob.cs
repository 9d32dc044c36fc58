using Hangfire;

namespace DemoCityAnalytics.Jobs;

/// <summary>Loads what lies in the drop folder. A refused file is no failure of the job: it lies under <c>refused/</c> with its issues.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900])]
public sealed class LoadJob(Inbox inbox)
{
    [DisableConcurrentExecution("load", 60)]
    public Task Run(CancellationToken cancel) => inbox.Load(cancel);
}
