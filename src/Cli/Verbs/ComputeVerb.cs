using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca compute</c>: figures of what was loaded, published as a release.</summary>
sealed class ComputeVerb() : Verb("compute", "Compute the figures of what was loaded and publish them as a release.")
{
    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        await using var services = Composition.Open(call.Settings);
        return await Publish(services.GetRequiredService<MetricsService>(), call.Terminal, cancel);
    }

    internal static async Task<Outcome> Publish(MetricsService metrics, Terminal terminal, CancellationToken cancel)
    {
        var computed = await metrics.Compute(cancel);
        var published = await metrics.Publish(cancel);
        var release = published.Manifest;
        var changes = computed.Changes;
        terminal.Say($"{computed.Cities} cities with changed rows; {changes.Computed} figures computed, {changes.Added} new or changed, {changes.Ended} ended");
        terminal.Say(published.IsNew ? $"Release {release.Name} published" : $"Release {release.Name} stays: nothing it is made from has changed");
        if (release.Synthetic) terminal.Say(ReleaseExport.SyntheticMark);
        return Outcome.Done(new { release = release.Name, isNew = published.IsNew, release.Synthetic, cities = computed.Cities, changes });
    }
}
