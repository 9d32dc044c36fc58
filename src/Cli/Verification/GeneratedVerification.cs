using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verification;

/// <summary>Loads and computes a generated folder in a warehouse that is gone afterwards, and holds the result against the folder's truth.</summary>
static class GeneratedVerification
{
    public static async Task<(TruthReport Figures, TruthReport Rejections)> Run(
        string folder, EffectiveSettings settings, Terminal terminal, CancellationToken cancel)
    {
        var temporary = Directory.CreateTempSubdirectory("dca-verify-").FullName;
        try
        {
            var aside = settings.With(
                ("Warehouse:Folder", Path.Combine(temporary, "warehouse")), ("Identity:KeyFile", Path.Combine(temporary, "identity.key")));
            await using var services = Composition.Open(aside);
            var loaded = await LoadVerb.Folder(services.GetRequiredService<Loader>(), folder, terminal, cancel);
            terminal.Note(LoadVerb.Sum(loaded));
            foreach (var issue in loaded.Issues.Concat(loaded.Files.SelectMany(file => file.Issues)).Take(10)) terminal.Note(issue.En);
            await services.GetRequiredService<MetricsService>().Publish(cancel);
            return Compare(folder, services);
        }
        finally
        {
            // The archive keeps its files read-only; that does not keep their folder from being removed.
            Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Holds the current release and the rejected rows of a warehouse against the folder's truth.</summary>
    public static (TruthReport Figures, TruthReport Rejections) Compare(string folder, IServiceProvider services)
    {
        var truth = Path.Combine(folder, "truth");
        var database = services.GetRequiredService<WarehouseDatabase>();
        var release = new ReleaseStore(database.ReleaseFolder).Current() ?? throw new UsageException($"{database.ReleaseFolder} holds no release; compute one first (dca compute).");
        using var connection = database.Connect();
        return (TruthComparison.OfFigures(truth, release), TruthComparison.OfRejections(truth, connection));
    }
}
