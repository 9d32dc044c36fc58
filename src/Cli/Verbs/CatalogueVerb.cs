using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verification;
using DemoCityAnalytics.Generator;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Verification;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca catalogue</c>: every indicator and check, the definition that answers it, and whether its figures are the true ones.</summary>
sealed class CatalogueVerb : Verb
{
    readonly Option<bool> status = new("--status") { Description = "Generate, load and compute a set in a temporary folder and hold every indicator against its truth." };
    readonly Option<int> cities = new("--cities") { Description = "Cities of the generated set.", DefaultValueFactory = _ => 4 };
    readonly Option<int> months = new("--months") { Description = "Months of the generated set.", DefaultValueFactory = _ => 24 };
    readonly Option<int> seed = new("--seed") { Description = "Seed of the generated set.", DefaultValueFactory = _ => 7 };

    public CatalogueVerb() : base("catalogue", "List the indicators and checks of the catalogue and what answers them.")
    {
        foreach (var option in new Option[] { status, cities, months, seed }) Add(option);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var rows = CatalogueStatus.Rows(IndicatorCatalogue.BuiltIn());
        var truth = call.Arguments.GetValue(status) ? await HoldAgainstTruth(call, cancel) : null;
        var lines = rows.Select(row => Line(row, truth)).ToList();
        if (truth is not null) call.Terminal.Say(RowStatus.Head);
        foreach (var line in lines) call.Terminal.Say(truth is null ? line.Listed : line.Held);

        var implemented = lines.Count(line => line.Definition is not null);
        var differences = lines.Sum(line => line.Differences ?? 0);
        call.Terminal.Say($"{implemented} of {rows.Count} implemented{(truth is null ? "" : $", {differences} differences")}");
        return new Outcome(implemented == rows.Count && differences == 0 ? ExitCode.Ok : ExitCode.Different, lines);
    }

    async Task<TruthReport> HoldAgainstTruth(Call call, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("dca-catalogue-").FullName;
        try
        {
            var options = new GeneratorOptions
            {
                Cities = call.Arguments.GetValue(cities),
                Months = call.Arguments.GetValue(months),
                Seed = call.Arguments.GetValue(seed),
                OutputFolder = Path.Combine(folder, "generated"),
            };
            await GenerateVerb.Generate(options, call.Terminal, cancel);
            var (figures, _) = await GeneratedVerification.Run(options.OutputFolder, call.Settings, call.Terminal, cancel);
            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static RowStatus Line(CatalogueRow row, TruthReport? truth) => new(
        row.Code, row.Name, row.Unit, row.Status, row.Definition?.Path, row.Definition is { } definition ? CaseIndex.Of(definition.Header.Id) : 0,
        truth is null ? null : truth.BySubject.GetValueOrDefault(row.Code), truth?.Samples.GetValueOrDefault(row.Code),
        truth?.Differences.Select(difference => difference.What.Split(' ')[0]).Distinct(StringComparer.Ordinal).LongCount(figure => figure.StartsWith(row.Code + ':', StringComparison.Ordinal)));
}
