using DemoCityAnalytics.Metrics.Models.Training;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Trains the models on what there is now. Data that gives no model is no failure of the job: its status says why, and the model in use stays.</summary>
[AutomaticRetry(Attempts = 1, DelaysInSeconds = [900])]
public sealed class TrainJob(ModelService models, ILogger<TrainJob> log)
{
    [DisableConcurrentExecution("train", 60)]
    public Task Run(CancellationToken cancel)
    {
        foreach (var outcome in models.Train([], cancel)) log.ModelTrained(outcome.Model, outcome.Status, outcome.Kept?.Number ?? 0);
        return Task.CompletedTask;
    }
}
