using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca rotate-key</c>: stored pseudonyms follow to the newest identity key.</summary>
sealed class RotateKeyVerb() : Verb("rotate-key", "Bring the stored pseudonyms of persons to the newest identity key; persons stay the same persons.")
{
    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        await using var services = Composition.Open(call.Settings);
        var report = await services.GetRequiredService<StoredPersons>().Rotate(cancel);
        call.Terminal.Say(report.Rows == 0
            ? "all pseudonyms are of the newest key; nothing to do"
            : $"{report.Persons} persons in {report.Rows} rows follow to the newest key; dca compute brings the release up to date");
        return Outcome.Done(report);
    }
}
