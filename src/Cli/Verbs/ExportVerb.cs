using System.CommandLine;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca export</c>: the figures of the current release in one file.</summary>
sealed class ExportVerb : Verb
{
    readonly Option<ExportFormat> format = new("--format") { Description = "csv, parquet or json.", DefaultValueFactory = _ => ExportFormat.Csv };
    readonly Option<FileInfo> file = new("--out") { Description = "File to write.", HelpName = "FILE", Required = true };
    readonly Option<string[]> indicators = new("--indicator")
    {
        Description = "Codes of the indicators to write, like E05; all when left out.",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    readonly Option<bool> whole = new("--confidential") { Description = "Also figures about too few persons, which are not to be passed on; they are marked." };

    public ExportVerb() : base("export", "Write the figures of the current release to a file.")
    {
        Add(format);
        Add(file);
        Add(indicators);
        Add(whole);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        if (new ReleaseStore(call.Settings.Get<WarehouseOptions>()).Current() is not { } release)
            return Outcome.Failed(ExitCode.NoRelease, "There is no release yet; run `dca load` and `dca compute` first.");

        var known = release.Indicators.Select(indicator => indicator.Code).ToList();
        var wanted = (call.Arguments.GetValue(indicators) ?? []).Select(code => code.ToUpperInvariant()).ToList();
        if (wanted.Except(known).FirstOrDefault() is { } unknown)
            throw new UsageException($"The release has no indicator '{unknown}'{NearestName.Hint(unknown, known)}; it has {string.Join(", ", known)}.");

        var target = call.Arguments.GetRequiredValue(file);
        var rows = await ReleaseExport.Write(release, call.Arguments.GetValue(format), target.FullName, wanted, call.Arguments.GetValue(whole), cancel);
        call.Terminal.Say($"{rows} figures of release {release.Manifest.Name} written to {target.FullName}"
            + (release.Manifest.Synthetic ? $" ({ReleaseExport.SyntheticMark})" : ""));
        return Outcome.Done(new { release = release.Manifest.Name, release.Manifest.Synthetic, figures = rows, file = target.FullName });
    }
}
