using System.Text.Encodings.Web;
using System.Text.Json;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Loading;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Jobs;

/// <summary>
/// The drop folder: what lies in <c>SOURCE/</c> is taken aside, loaded, and put away under <c>loaded/</c> or <c>refused/</c>.
/// A run that breaks off leaves its files taken aside, and the next one goes on with them.
/// </summary>
public sealed class Inbox(JobsOptions options, Loader loader, ContractCatalogue contracts, TimeProvider clock, ILogger<Inbox> log)
{
    const string Taken = "taken";
    const string Loaded = "loaded";
    const string Refused = "refused";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Loads what has come; null when no folder is watched or nothing has come.</summary>
    public async Task<FolderReport?> Load(CancellationToken cancel)
    {
        if (options.Inbox is not { Length: > 0 } folder || !Directory.Exists(folder)) return null;
        var taken = Path.Combine(folder, Taken);
        Take(folder, taken);
        if (!Directory.Exists(taken) || !Directory.EnumerateFiles(taken, "*", SearchOption.AllDirectories).Any()) return null;

        var synthetic = File.Exists(Path.Combine(folder, "synthetic.json"));
        var report = await loader.LoadFolder(taken, LoadOptions.Default with { Synthetic = synthetic }, null, cancel);
        foreach (var file in report.Files) PutAway(folder, file);
        return report;
    }

    void Take(string folder, string taken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var source in contracts.All.Select(contract => contract.Source).Where(source => Directory.Exists(Path.Combine(folder, source))))
        {
            var from = Path.Combine(folder, source);
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')).ToList())
            {
                // One that is still being copied is left for the next run.
                if (now - File.GetLastWriteTimeUtc(file) < TimeSpan.FromSeconds(options.InboxQuietSeconds)) continue;
                Move(file, Path.Combine(taken, source, Path.GetRelativePath(from, file)));
            }
        }
    }

    void PutAway(string folder, LoadReport report)
    {
        var refused = report.Outcome == LoadOutcome.Failed;
        var target = Path.Combine(folder, refused ? Refused : Loaded, report.Source, report.File);
        Move(Path.Combine(folder, Taken, report.Source, report.File), target);
        if (refused)
        {
            File.WriteAllText(target + ".issues.json", JsonSerializer.Serialize(report.Issues, Readable));
            log.FileRefused(report.Source, report.File, report.Issues.Count);
        }
        else log.FileLoaded(report.Source, report.File, report.RowsRead, report.RowsAccepted, report.RowsRejected, report.NewRows);
    }

    static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true); // the archive keeps the bytes of an earlier file of this name
    }
}
