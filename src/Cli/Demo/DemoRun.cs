using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Generator;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Jobs;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Cli.Demo;

/// <summary>What the demo made.</summary>
/// <param name="Headline">Opening sentence of one city's scorecard.</param>
/// <param name="Report">File of that scorecard.</param>
sealed record DemoResult(string Release, string Mark, string City, string Headline, string Report, long RowsRead, IReadOnlyList<string>? Addresses = null);

/// <summary>From nothing to a scorecard. Done again, it generates and loads nothing a second time.</summary>
static class DemoRun
{
    static readonly GeneratorOptions Small = new() { Cities = 12, Months = 36, Scale = 1m, OutputFolder = "" };

    public static async Task<DemoResult> Through(DemoFolder demo, EffectiveSettings settings, Terminal terminal, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(demo.Files, "synthetic.json"))) await Generate(demo, terminal, cancel);

        await using var services = Composition.Open(settings);
        var loaded = await LoadVerb.Folder(services.GetRequiredService<Loader>(), demo.Files, terminal, cancel);
        terminal.Note(LoadVerb.Sum(loaded));
        await services.GetRequiredService<MetricsService>().Publish(cancel);
        // Forecasts are made of published figures, and are published beside them.
        if ((await ActivatorUtilities.CreateInstance<ModelTurn>(services).Train([], cancel)).Loaded) await services.GetRequiredService<MetricsService>().Publish(cancel);

        var release = new ReleaseStore(services.GetRequiredService<WarehouseDatabase>().ReleaseFolder).Current()!;
        await Rounds(settings, release, cancel);
        var city = release.Cities[0];
        var card = services.GetRequiredService<ScorecardBuilder>().Build(release, city, release.LatestMonth(city.Code)!.Value);
        var report = demo.Report(city.Code);
        await File.WriteAllTextAsync(report, ScorecardDocument.Html(card), cancel);
        return new DemoResult(release.Manifest.Name, ReleaseExport.SyntheticMark, city.Name, card.Headline.Zh, report, release.Inputs.Sum(input => input.RowsRead));
    }

    /// <summary>Rounds in three stages, so that every page of the programme has something to look at.</summary>
    static async Task Rounds(EffectiveSettings settings, ReleaseSnapshot release, CancellationToken cancel)
    {
        var (state, warehouse) = (settings.Get<StateOptions>(), settings.Get<WarehouseOptions>());
        var source = new RoundFigures(new ReleaseStore(warehouse), Options.Create(warehouse));
        var month = release.Cities.Select(city => release.LatestMonth(city.Code)).OfType<Month>().Max();
        await DemoRounds.Play(
            clock => StateStore.Open(state, warehouse, clock, cancel), new ReleaseFigures(release), id => source.Roster(id, cancel), month,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime), cancel);
    }

    // Under another name until it is whole: a generation that breaks off must not pass for a set.
    static async Task Generate(DemoFolder demo, Terminal terminal, CancellationToken cancel)
    {
        var unfinished = demo.Files + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(demo.Path);
        await GenerateVerb.Generate(Small with { OutputFolder = unfinished }, terminal, cancel);
        Directory.Move(unfinished, demo.Files);
    }
}
