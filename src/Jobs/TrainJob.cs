using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Trains the models on what there is now. Data that gives no model is no failure of the job: its status says why, and the model in use stays.</summary>
[AutomaticRetry(Attempts = 1, DelaysInSeconds = [900])]
public sealed class TrainJob(ModelTurn models, ILogger<TrainJob> log)
{
    [DisableConcurrentExecution("train", 60)]
    public async Task Run(CancellationToken cancel)
    {
        foreach (var outcome in (await models.Train([], cancel)).Outcomes) log.ModelTrained(outcome.Model, outcome.Status.En, outcome.Kept?.Number ?? 0);
    }
}
