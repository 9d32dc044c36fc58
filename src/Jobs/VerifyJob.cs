using DemoCityAnalytics.Warehouse.Verification;
using Hangfire;

namespace DemoCityAnalytics.Jobs;

/// <summary>Checks the warehouse; fails, with every issue in its message, when something no longer holds.</summary>
[AutomaticRetry(Attempts = 0)] // what is wrong with the stored data is wrong the next time too
public sealed class VerifyJob(WarehouseVerification verification)
{
    public async Task Run(CancellationToken cancel)
    {
        var issues = (await verification.Run(cancel)).SelectMany(verified => verified.Issues).ToList();
        if (issues.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, issues));
    }
}
