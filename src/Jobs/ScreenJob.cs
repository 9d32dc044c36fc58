using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Screens the postings in force; what it finds are leads, and only those that a person confirms count.</summary>
[AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900])]
public sealed class ScreenJob(PostingScreening screening, JobsOptions options, ILogger<ScreenJob> log)
{
    [DisableConcurrentExecution("screen", 60)]
    public async Task Run(CancellationToken cancel) => log.PostingsScreened((await screening.Run(null, options.ScreenWithTextModel, cancel)).Count);
}
