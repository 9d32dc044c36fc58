using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary>Where a verb takes its series from: a table, a generated folder, or the figures of the current release.</summary>
sealed class SeriesSource
{
    readonly Argument<FileInfo?> file = new("FILE")
    {
        Description = "CSV with the columns series, period (2024-06) and value; or a daily table, see --day. The current release when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    readonly Option<DirectoryInfo?> generated = new("--generated") { Description = "A generated folder: the series of its stated truth.", HelpName = "DIR" };
    readonly Option<string?> day = new("--day") { Description = "The table is daily and this column is the day; days are averaged to weeks.", HelpName = "COLUMN" };
    readonly Option<string> kind = new("--kind") { Description = "Column that tells the series of a daily table apart.", HelpName = "COLUMN", DefaultValueFactory = _ => "variable" };
    readonly Option<string[]> values = new("--value") { Description = "Value columns of a daily table.", HelpName = "COLUMN", AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command verb)
    {
        verb.Add(file);
        foreach (var option in new Option[] { generated, day, kind, values }) verb.Add(option);
    }

    /// <summary>The release whose figures are read; null when there is none or another source is named.</summary>
    public ReleaseSnapshot? Release(Call call) =>
        call.Arguments.GetValue(file) is null && call.Arguments.GetValue(generated) is null ? new ReleaseStore(call.Settings.Get<WarehouseOptions>()).Current() : null;

    /// <exception cref="UsageException">There is nothing to read, or it cannot be read.</exception>
    public async Task<IReadOnlyList<TimeSeries>> Read(Call call, CancellationToken cancel)
    {
        if (call.Arguments.GetValue(generated) is { } folder)
            return File.Exists(Path.Combine(folder.FullName, "truth", "observations.csv"))
                ? FigureSeries.OfGenerated(folder.FullName, cancel)
                : throw new UsageException($"{folder.FullName} holds no truth/observations.csv; expected a folder written by `dca generate`.");
        if (call.Arguments.GetValue(file) is not { } table)
            return Release(call) is { } release
                ? FigureSeries.OfRelease(release.File, cancel)
                : throw new UsageException("There is no release yet; name a FILE or --generated DIR, or run `dca load` and `dca compute` first.");
        var rows = await CaseTable.Read(table, cancel);
        try
        {
            return call.Arguments.GetValue(day) is { } column
                ? SeriesTable.WeeklyFromDaily(rows, column, call.Arguments.GetValue(kind)!, call.Arguments.GetValue(values) ?? [])
                : SeriesTable.Monthly(rows);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
