using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Trials;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca compute</c>: figures of what was loaded, published as a release; or one indicator tried out over hand-made rows.</summary>
sealed class ComputeVerb : Verb
{
    readonly Option<string?> indicator = new("--indicator") { Description = "Try this one indicator over the rows of --input; nothing is loaded or published.", HelpName = "CODE" };
    readonly Option<FileInfo[]> input = new("--input")
    {
        Description = "CSV files of hand-made mart rows, each named after its mart: labour_market.csv.",
        HelpName = "CSV",
        AllowMultipleArgumentsPerToken = true,
    };
    readonly Option<FileInfo?> coverage = new("--coverage")
    {
        Description = "CSV with source (or all), city_code, first_month, last_month; without it a city's rows tell what it covers.",
        HelpName = "CSV",
    };

    public ComputeVerb() : base("compute", "Compute the figures of what was loaded and publish them as a release.")
    {
        foreach (var option in new Option[] { indicator, input, coverage }) Add(option);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var files = call.Arguments.GetValue(input) ?? [];
        if (call.Arguments.GetValue(indicator) is { } code) return await Try(call, code, files, call.Arguments.GetValue(coverage), cancel);
        if (files.Length > 0) throw new UsageException("--input needs --indicator CODE: hand-made rows are tried with one indicator, never mixed with what was loaded.");
        await using var services = Composition.Open(call.Settings);
        return await Publish(services.GetRequiredService<MetricsService>(), call.Terminal, cancel);
    }

    static async Task<Outcome> Try(Call call, string code, FileInfo[] files, FileInfo? coverage, CancellationToken cancel)
    {
        var catalogue = IndicatorCatalogue.BuiltIn();
        var definition = catalogue.Find(code)
            ?? throw new UsageException($"There is no indicator '{code}'{NearestName.Hint(code, catalogue.Indicators.Select(x => x.Code))}; `dca catalogue` lists them.");
        var given = new List<TrialRows>();
        foreach (var file in files) given.Add(new TrialRows(Path.GetFileNameWithoutExtension(file.Name).Split('.')[^1], await CaseTable.Read(file, cancel)));
        var covered = coverage is null ? null : await CaseTable.Read(coverage, cancel);
        IReadOnlyList<Observation> figures;
        try
        {
            figures = IndicatorTrial.Run(catalogue, definition, given, covered);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
        foreach (var figure in figures) call.Terminal.Say(Line(figure, definition));
        call.Terminal.Say($"{figures.Count} figures of {definition.Code} {definition.Header.Name.Zh}, definition version {definition.Header.Version}");
        return Outcome.Done(new { definition.Code, definition.Header.Version, figures });
    }

    static string Line(Observation figure, IndicatorDefinition definition)
    {
        if (figure.Value is not { } value) return $"{figure.Id}: {figure.Status} ({figure.Note})";
        var parts = figure.Numerator is { } above ? figure.Denominator is { } below ? $" = {above} / {below}" : $" = {above}" : "";
        var (unit, decimals) = ObservationView.Shape(definition.Header, figure.Id.Variant);
        return $"{figure.Id}: {value.ToString($"F{decimals}", CultureInfo.InvariantCulture)} {unit}{parts}";
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
