using DemoCityAnalytics.Ingest.Pulling;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>Reads a table or an address of a city, and loads what it holds. A refused load is tried again: until it succeeds, nothing counts as read.</summary>
[AutomaticRetry(Attempts = 6, DelaysInSeconds = [60, 300, 900, 3600, 10_800, 21_600])]
public sealed class PullJob(JobsOptions options, PostgreSqlPull tables, HttpPull files, Turns turns, ILogger<PullJob> log)
{
    [JobDisplayName("{0}")]
    public async Task Run(string id, CancellationToken cancel)
    {
        // One that has left the settings since it was queued has nothing to do.
        if (options.Pulls.FirstOrDefault(pull => pull.JobId() == id) is not { } pull) return;
        using var turn = await turns.Take(pull.Source, cancel);
        var pulled = await pull.Run(tables, files, cancel);
        if (pulled.Report is not { } report) log.NothingNew(id);
        else if (report.Refused) throw new PullException(string.Join(Environment.NewLine, report.Issues.Take(10).Select(issue => issue.En)));
        else log.Pulled(id, report.RowsRead, report.RowsAccepted, report.RowsRejected, report.NewRows);
    }
}
