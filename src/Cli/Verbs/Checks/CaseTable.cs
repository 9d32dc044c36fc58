using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Reads a table named on the command line; a missing or misshapen file is a mistake in the call.</summary>
static class CaseTable
{
    public static async Task<CsvTable> Read(FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"There is no file {file.FullName}.");
        try
        {
            return await CsvTable.Read(file.FullName, cancel);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
