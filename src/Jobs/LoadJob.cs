using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Loads what lies in the drop folder. A refused file is no failure of the job: it lies under <c>refused/</c> with its issues.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900])]
public sealed class LoadJob(Inbox inbox, Turns turns, ILogger<LoadJob> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task Run(CancellationToken cancel)
    {
        using var turn = await turns.Take("inbox", Patience, cancel);
        // A long load must not have a queue of further ones behind it, each holding a worker; the next run takes what has come.
        if (turn is null) log.StillLoading();
        else await inbox.Load(cancel);
    }
}
